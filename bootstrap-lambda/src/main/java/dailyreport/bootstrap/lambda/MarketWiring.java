package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.rendering.JFreeChartRenderer;
import dailyreport.adapters.rendering.OpenPdfRenderer;
import dailyreport.adapters.secretsmanager.ServiceKeys;
import dailyreport.adapters.ta4j.Ta4jTechnicalAnalysis;
import dailyreport.adapters.yahoo.TwelveDataMarketData;
import dailyreport.adapters.yahoo.YahooMarketData;
import dailyreport.adapters.yahoo.YahooNewsFeed;
import dailyreport.application.CheckHolidays;
import dailyreport.application.GenerateReport;
import dailyreport.application.MarketDataWithBackup;
import dailyreport.application.ModelNarration;
import dailyreport.application.ReportParts;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.Sessions;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.domain.market.TradingCalendar;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Prices, news, indicators, chart and PDF, and the generator that uses them. */
@Module
interface MarketWiring {
  @Provides
  @Singleton
  static MarketData market(Config config, ServiceKeys keys, InstantSource clock, EventLog events) {
    MarketData yahoo =
        config
            .yahooBase()
            .map(base -> YahooMarketData.open(base, clock, events))
            .orElseGet(() -> YahooMarketData.open(clock, events));
    return keys.twelveDataApiKey()
        .map(key ->
            config
                .twelveDataBase()
                .map(base -> TwelveDataMarketData.open(base, key, clock, events))
                .orElseGet(() -> TwelveDataMarketData.open(key, clock, events)))
        .<MarketData>map(backup -> new MarketDataWithBackup(yahoo, backup, clock))
        .orElse(yahoo);
  }

  @Provides
  @Singleton
  static NewsFeed news(Config config, InstantSource clock, EventLog events) {
    return config
        .yahooBase()
        .map(base -> YahooNewsFeed.open(base, clock, events))
        .orElseGet(() -> YahooNewsFeed.open(clock, events));
  }

  @Provides
  @Singleton
  static TechnicalAnalysis technicalAnalysis() {
    return Ta4jTechnicalAnalysis.open();
  }

  @Provides
  @Singleton
  static ChartRenderer charts() {
    return JFreeChartRenderer.open();
  }

  @Provides
  @Singleton
  static PdfRenderer pdfs() {
    return OpenPdfRenderer.open();
  }

  @Provides
  @Singleton
  static ReportParts parts(
      Lazy<ChartRenderer> charts,
      Lazy<PdfRenderer> pdfs,
      ReportCodec codec,
      Config config,
      EventLog events,
      InstantSource clock) {
    ChartForm phone =
        switch (config.chartTheme()) {
          case LIGHT -> ChartForm.PHONE_LIGHT;
          case DARK -> ChartForm.PHONE_DARK;
        };
    return new ReportParts(charts::get, pdfs::get, codec, phone, events, clock);
  }

  @Provides
  @Singleton
  static CheckHolidays checkHolidays(
      TradingCalendar calendar, EventLog events, InstantSource clock) {
    return new CheckHolidays(calendar, events, clock);
  }

  /** Made with the first report, when holiday files are looked at too: the webhook makes none. */
  @Provides
  @Singleton
  static GenerateReport generateReport(
      CheckHolidays checkHolidays,
      TickerDirectory directory,
      Sessions sessions,
      MarketData market,
      NewsFeed news,
      TechnicalAnalysis technical,
      ModelNarration narration,
      ReportParts parts,
      EventLog events,
      InstantSource clock) {
    checkHolidays.soonOver();
    return new GenerateReport(
        directory, sessions, market, news, technical, narration, parts, events, clock);
  }

  @Provides
  @Singleton
  static ReportGenerator generator(Lazy<GenerateReport> generate) {
    return (key, before, allowance, deadline) ->
        generate.get().generate(key, before, allowance, deadline);
  }
}
