package dailyreport.bootstrap.lambda;

import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.secretsmanager.SecretsManagerKeys;
import dailyreport.adapters.secretsmanager.ServiceKeys;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Sessions;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.market.TradingCalendar;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Keys, calendar, directory and codec. */
@Module
interface SystemWiring {
  /** Half of what Lambda grants for a start. */
  Duration SECRET = Duration.ofSeconds(5);

  /** The real clock. */
  static InstantSource clock() {
    return InstantSource.system();
  }

  @Provides
  @Singleton
  static ServiceKeys keys(Config config) {
    return switch (config.keys()) {
      case Config.Keys.InSecret(var name) -> SecretsManagerKeys.read(name, SECRET);
      case Config.Keys.Given(var keys) -> keys;
    };
  }

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
  static Sessions sessions(TradingCalendar calendar, TickerDirectory directory) {
    return Sessions.of(calendar, directory::listed);
  }

  @Provides
  @Singleton
  static ReportCodec codec() {
    return new RememberingCodec(JacksonReportCodec.open());
  }
}
