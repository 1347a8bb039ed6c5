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
import java.util.stream.Collectors;

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
      case Prices.Pinned(var files) ->
          live.pinnedAt(
              files.stream()
                  .collect(Collectors.toMap(FilePrices::ticker, FilePrices::lastSession)));
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
  static EventLog events(EventFile file, Audience audience) {
    return event -> {
      file.record(event);
      audience.record(event);
    };
  }
}
