package dailyreport.bootstrap.local;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.rendering.JFreeChartRenderer;
import dailyreport.adapters.rendering.OpenPdfRenderer;
import dailyreport.adapters.ta4j.Ta4jTechnicalAnalysis;
import dailyreport.adapters.yahoo.TwelveDataMarketData;
import dailyreport.adapters.yahoo.YahooMarketData;
import dailyreport.adapters.yahoo.YahooNewsFeed;
import dailyreport.application.MarketDataWithBackup;
import dailyreport.application.ReportParts;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.TechnicalAnalysis;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Prices, news, indicators, chart and PDF. */
@Module
interface MarketWiring {
  @Provides
  @Singleton
  static MarketData market(Prices prices, Config config, InstantSource clock, EventLog events) {
    return switch (prices) {
      case Prices.Live() -> live(config, clock, events);
      case Prices.Pinned(var files) -> FilePrices.of(files);
    };
  }

  private static MarketData live(Config config, InstantSource clock, EventLog events) {
    MarketData yahoo =
        config
            .yahooBase()
            .map(base -> YahooMarketData.open(base, clock, events))
            .orElseGet(() -> YahooMarketData.open(clock, events));
    return config
        .twelveDataKey()
        .map(key ->
            config
                .twelveDataBase()
                .map(base -> TwelveDataMarketData.open(base, key, clock, events))
                .orElseGet(() -> TwelveDataMarketData.open(key, clock, events)))
        .<MarketData>map(backup -> new MarketDataWithBackup(yahoo, backup, clock))
        .orElse(yahoo);
  }

  /** Old prices have no news; that is no fault. */
  @Provides
  @Singleton
  static NewsFeed news(Prices prices, Config config, InstantSource clock, EventLog events) {
    return switch (prices) {
      case Prices.Live() ->
          config
              .yahooBase()
              .map(base -> YahooNewsFeed.open(base, clock, events))
              .orElseGet(() -> YahooNewsFeed.open(clock, events));
      case Prices.Pinned _ -> (_, _, _) -> List.of();
    };
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
}
