package dailyreport.benchmarks.sample;

import dailyreport.adapters.ta4j.Ta4jTechnicalAnalysis;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Facts;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.NewsChoice;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.TemplateNarrator;
import dailyreport.domain.report.Usage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A report of the size of a real one, about a share that does not exist. Bars, company and
 * headlines are made up; everything that follows from them is computed by the production code.
 */
public final class SampleReport {
  /** Two and a half years of bars; the chart, and with it the record, is full from 130 on. */
  public static final int SEASONED = 640;

  /** A month of bars. */
  public static final int NEWLY_LISTED = 20;

  /** The second session of a share: a record of 7 KB, about the smallest that a report can have. */
  public static final int SECOND_DAY = 2;

  public static final LocalDate SESSION = LocalDate.of(2025, 11, 11);

  /** After the session's close and settle margin. */
  public static final Instant NOW = Instant.parse("2025-11-11T11:00:00Z");

  public static final Underlying UNDERLYING =
      new Underlying("X00.SI", Exchange.SGX, "SGD", Underlying.Kind.STOCK);

  private SampleReport() {}

  /** The template report about a seeded walk of that many bars, with references to three parts. */
  public static Report of(int bars) {
    Analysis analysis = Ta4jTechnicalAnalysis.open().analyse(PriceWalk.of(UNDERLYING, bars));
    StanceRules.Result stance = StanceRules.judge(analysis, SESSION);
    var facts =
        new FactSheet(
            key(0),
            UNDERLYING,
            company(),
            Facts.of(analysis, company(), stance),
            stance,
            NewsChoice.choose(headlines(), UNDERLYING, NOW),
            SESSION);
    return new Report(
        facts,
        TemplateNarrator.write(facts, Narrative.Author.TEMPLATE),
        analysis.readings(),
        ChartData.of(analysis),
        Method.of(analysis.prices()),
        Optional.empty(),
        parts(),
        NOW,
        Usage.none());
  }

  /** Key of the n-th of many receipts. */
  public static ReportKey key(int n) {
    return new ReportKey(new Ticker("X" + (1000 + n)), SESSION);
  }

  /** The report as the cache keeps it, under another receipt's key. */
  public static CacheEntry.Positive entry(Report report, ReportKey key) {
    FactSheet sheet = report.facts();
    var facts =
        new FactSheet(
            key,
            sheet.underlying(),
            sheet.company(),
            sheet.facts(),
            sheet.stance(),
            sheet.news(),
            sheet.generatedOn());
    var keyed =
        new Report(
            facts,
            report.narrative(),
            report.readings(),
            report.chart(),
            report.method(),
            report.changes(),
            report.parts(),
            report.generatedAt(),
            report.usage());
    Instant freshUntil = NOW.plus(Duration.ofHours(23));
    return new CacheEntry.Positive(
        key,
        keyed,
        new Validity(
            NOW,
            freshUntil,
            freshUntil.plus(Validity.GRACE),
            "5f0c1c9e-6a5b-4a57-9a39-0d7a4c1f2b3e"));
  }

  private static Company company() {
    return new Company(
        "Example Holdings Limited",
        Optional.of("Financial Services"),
        Optional.of("Banks - Regional"),
        OptionalDouble.of(14.03),
        OptionalDouble.of(3.79),
        OptionalDouble.of(3.5),
        OptionalDouble.of(155_710_000_000.0),
        OptionalDouble.of(56.2),
        OptionalInt.of(18),
        Optional.of("buy"),
        OptionalDouble.of(54.8),
        OptionalDouble.of(36.3));
  }

  private static List<Headline> headlines() {
    return List.of(
        headline("Example Holdings raises its dividend after record profit", "Reuters", 9),
        headline("Example Holdings and three banks lead the index to a high", "The Wire", 30),
        headline("Analysts lift their target for Example Holdings once more", "Daily Ledger", 51));
  }

  private static Headline headline(String title, String publisher, int hoursOld) {
    return new Headline(
        title,
        publisher,
        NOW.minus(Duration.ofHours(hoursOld)),
        URI.create("https://news.example/markets/example-holdings-" + hoursOld + ".html"),
        Set.of(UNDERLYING.symbol()));
  }

  private static List<PartRef> parts() {
    return Arrays.stream(PartName.values())
        .map(name -> Part.of(name, name.name().getBytes(StandardCharsets.UTF_8)).ref())
        .toList();
  }
}
