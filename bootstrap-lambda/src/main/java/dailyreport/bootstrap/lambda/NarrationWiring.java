package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.openai.OpenAiNarrator;
import dailyreport.adapters.openai.PriceTable;
import dailyreport.adapters.secretsmanager.ServiceKeys;
import dailyreport.application.DailyBudget;
import dailyreport.application.ModelNarration;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.SpendLedger;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** The model, when there is a key for it; else the template alone. */
@Module
interface NarrationWiring {
  @Provides
  @Singleton
  static Narrator narrator(Config config, ServiceKeys keys, EventLog events, InstantSource clock) {
    return OpenAiNarrator.open(
        keys.openAiApiKey().orElseThrow(() -> new IllegalStateException("there is no OpenAI key")),
        config.openAiBase().orElse(OpenAiNarrator.DEFAULT_BASE),
        config.openAiModels(),
        config.priceTable().map(PriceTable::read).orElseGet(PriceTable::bundled),
        events,
        clock);
  }

  @Provides
  @Singleton
  static DailyBudget money(
      Config config, SpendLedger ledger, EventLog events, InstantSource clock) {
    return new DailyBudget(config.dailyBudgetUsd(), ledger, events, clock);
  }

  @Provides
  @Singleton
  static ModelNarration narration(
      ServiceKeys keys,
      Lazy<Narrator> narrator,
      GenerationBudget budget,
      DailyBudget money,
      EventLog events,
      InstantSource clock) {
    boolean configured = keys.openAiApiKey().isPresent();
    return new ModelNarration(
        () -> configured ? Optional.of(narrator.get()) : Optional.empty(),
        budget,
        money,
        events,
        clock,
        Waiting.real());
  }
}
