package dailyreport.bootstrap.local;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.openai.OpenAiNarrator;
import dailyreport.adapters.openai.PriceTable;
import dailyreport.application.Narration;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.Pause;
import jakarta.inject.Singleton;
import java.time.InstantSource;

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
        config.openAiModel(),
        config.priceTable().map(PriceTable::read).orElseGet(PriceTable::bundled),
        events,
        clock);
  }

  @Provides
  @Singleton
  static Narration narration(
      Config config, Lazy<Narrator> narrator, EventLog events, Pause pause, InstantSource clock) {
    return config.openAiKey().isPresent()
        ? Narration.byModel(narrator::get, events, pause, clock)
        : Narration.byTemplate(events, clock);
  }
}
