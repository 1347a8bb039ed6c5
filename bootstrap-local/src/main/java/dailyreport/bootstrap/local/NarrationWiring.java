package dailyreport.bootstrap.local;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.openai.OpenAiNarrator;
import dailyreport.adapters.openai.PriceTable;
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

/** The model, when a key is set; else the template alone. */
@Module
interface NarrationWiring {
  @Provides
  @Singleton
  static Narrator narrator(Config config, EventLog events, InstantSource clock) {
    return OpenAiNarrator.open(
        config
            .openAiKey()
            .orElseThrow(() -> new IllegalStateException("OPENAI_API_KEY is not set")),
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
      Config config,
      Lazy<Narrator> narrator,
      ModelChoice choice,
      GenerationBudget budget,
      DailyBudget money,
      EventLog events,
      InstantSource clock) {
    boolean configured = config.openAiKey().isPresent();
    return new ModelNarration(
        () -> choice.of(() -> configured ? Optional.of(narrator.get()) : Optional.empty()),
        budget,
        money,
        events,
        clock,
        Waiting.real());
  }
}
