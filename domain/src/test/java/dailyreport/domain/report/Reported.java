package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Ticker;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports for tests, made from a drawn analysis as the application makes them. */
public final class Reported {
  private Reported() {}

  /** Values that rise evenly, so that the newest has the percentile 100. */
  static Double[] rising(int n, double newest) {
    var values = new Double[n];
    for (int i = 0; i < n; i++) {
      values[i] = newest - (n - 1 - i) * 0.001;
    }
    return values;
  }

  /** Values of which the newest has the wanted percentile. */
  public static Double[] ranked(int n, double newest, int atMost) {
    var values = new Double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i < atMost - 1 ? newest - 1 : newest + 1;
    }
    values[n - 1] = newest;
    return values;
  }

  static Drawn drawn() {
    return new Drawn()
        .closes(54.43, 53.15)
        .with(Indicator.SMA_20, 52.0)
        .with(Indicator.SMA_50, 51.0)
        .with(Indicator.SMA_200, 45.0)
        .with(Indicator.RSI_14, ranked(252, 66.35, 196))
        .with(Indicator.MACD, ranked(252, 0.6526, 168))
        .with(Indicator.MACD_SIGNAL, 0.6)
        .with(Indicator.ATR_PCT, ranked(252, 1.47, 238))
        .with(Indicator.VWAP_GAP_PCT, ranked(40, 19.51, 37));
  }

  static Report of(Drawn drawn) {
    return of(drawn.analysis(), Narrative.Author.TEMPLATE, Optional.empty(), List.of());
  }

  static Report of(
      Analysis analysis, Narrative.Author author, Optional<Changes> changes, List<Headline> news) {
    LocalDate session = analysis.prices().bars().getLast().session();
    StanceRules.Result stance = StanceRules.judge(analysis, session);
    Company company = Company.named("DBS Group Holdings");
    var facts =
        new FactSheet(
            new ReportKey(new Ticker("DBS19"), session),
            analysis.prices().underlying(),
            company,
            Facts.of(analysis, company, stance),
            stance,
            news,
            session);
    return new Report(
        facts,
        TemplateNarrator.write(facts, author),
        analysis.readings(),
        ChartData.of(analysis),
        Method.of(analysis.prices()),
        changes,
        List.of(),
        Instant.parse("2025-11-11T11:00:00Z"),
        Usage.none());
  }

  /** The same report as if it had been made on that day, Bangkok. */
  static Report madeOn(LocalDate day, Report report) {
    FactSheet facts = report.facts();
    var made =
        new FactSheet(
            facts.key(),
            facts.underlying(),
            facts.company(),
            facts.facts(),
            facts.stance(),
            facts.news(),
            day);
    return new Report(
        made,
        report.narrative(),
        report.readings(),
        report.chart(),
        report.method(),
        report.changes(),
        report.parts(),
        report.generatedAt(),
        report.usage());
  }

  static Analysis from(String source, Analysis analysis) {
    PriceHistory prices = analysis.prices();
    return new Analysis(
        new PriceHistory(
            prices.underlying(),
            prices.currency(),
            source,
            prices.adjusted(),
            prices.bars(),
            prices.bad()),
        analysis.series());
  }

  static Headline headline() {
    return new Headline(
        "DBS raises its dividend",
        "Reuters",
        Instant.parse("2025-11-10T01:00:00Z"),
        URI.create("https://news.example/1"),
        Set.of("D05.SI"));
  }
}
