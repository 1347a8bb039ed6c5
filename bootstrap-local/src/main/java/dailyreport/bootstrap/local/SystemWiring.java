package dailyreport.bootstrap.local;

import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Sessions;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.market.TradingCalendar;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Calendar, directory, codec and events. */
@Module
interface SystemWiring {
  @Provides
  @Singleton
  static TradingCalendar calendar() {
    return TradingCalendar.bundled();
  }

  @Provides
  @Singleton
  static TickerDirectory directory() {
    return TickerDirectory.bundled();
  }

  @Provides
  @Singleton
  static Sessions sessions(TradingCalendar calendar, TickerDirectory directory, Prices prices) {
    var live = Sessions.of(calendar, directory::listed);
    return switch (prices) {
      case Prices.Live() -> live;
      case Prices.Pinned(FilePrices file) -> live.pinnedAt(file.lastSession());
    };
  }

  @Provides
  @Singleton
  static ReportCodec codec() {
    return JacksonReportCodec.open();
  }

  @Provides
  @Singleton
  static EventFile eventFile(Config config, InstantSource clock) {
    return new EventFile(config.home(), JacksonEventCodec.open(), clock);
  }

  @Provides
  @Singleton
  static EventLog events(EventFile file, Progress progress) {
    return event -> {
      file.record(event);
      progress.record(event);
    };
  }
}
