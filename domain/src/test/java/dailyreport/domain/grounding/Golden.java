package dailyreport.domain.grounding;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.Drawn;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Facts;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Reported;
import dailyreport.domain.report.StanceRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Two complete fact sheets, as the application makes them, for sentences such as a model writes: a
 * rising share in Singapore with the stance BUY, a falling one in Vietnam with the stance SELL.
 */
enum Golden {
  UP(rising()),
  DOWN(falling());

  private final FactSheet facts;

  Golden(FactSheet facts) {
    this.facts = facts;
  }

  FactSheet facts() {
    return facts;
  }

  /** The sentence with its values, as the injector writes it. */
  String filled(String sentence) {
    Injected injected =
        PlaceholderInjector.inject(new Draft(Grounding.narrative(sentence).sections()), facts);
    return switch (injected) {
      case Injected.Done(Narrative narrative) ->
          narrative.sections().get(1).paragraphs().getFirst();
      case Injected.Rejected(List<Violation> violations) ->
          throw new IllegalArgumentException(sentence + ": " + violations);
    };
  }

  /** The lines of a file of sentences, without remarks; columns are parted by a bar. */
  static List<String[]> read(String name) {
    try (InputStream stream = Golden.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FactSheet rising() {
    Analysis analysis =
        new Drawn()
            .closes(51.91, 53.15)
            .with(Indicator.SMA_20, 52.1)
            .with(Indicator.SMA_50, 50.85)
            .with(Indicator.SMA_200, 45.2)
            .with(Indicator.BB_UPPER, 54.6)
            .with(Indicator.BB_LOWER, 49.6)
            .with(Indicator.VWAP_252, 44.47)
            .with(Indicator.MACD_SIGNAL, 0.548)
            .with(Indicator.RSI_14, Reported.ranked(252, 66.35, 196))
            .with(Indicator.MACD, Reported.ranked(252, 0.6526, 168))
            .with(Indicator.ATR_PCT, Reported.ranked(252, 1.47, 238))
            .with(Indicator.VWAP_GAP_PCT, Reported.ranked(252, 19.51, 231))
            .with(Indicator.VOLUME_RATIO, Reported.ranked(252, 0.57, 21))
            .analysis();
    var company =
        new Company(
            "DBS Group Holdings Ltd",
            Optional.of("Financial Services"),
            Optional.empty(),
            OptionalDouble.of(14.03),
            OptionalDouble.of(3.79),
            OptionalDouble.of(3.5),
            OptionalDouble.of(155_710_000_000.0),
            OptionalDouble.of(55.2),
            OptionalInt.of(18),
            Optional.empty(),
            OptionalDouble.of(54.8),
            OptionalDouble.of(36.3));
    return sheet("DBS19", Drawn.DBS, analysis, company);
  }

  private static FactSheet falling() {
    var underlying = new Underlying("VCB.VN", Exchange.HOSE, "VND", Underlying.Kind.STOCK);
    Analysis analysis =
        new Drawn()
            .of(underlying)
            .closes(61_200, 59_800)
            .with(Indicator.SMA_20, 61_450.0)
            .with(Indicator.SMA_50, 62_875.0)
            .with(Indicator.SMA_200, 63_910.0)
            .with(Indicator.BB_UPPER, 64_120.0)
            .with(Indicator.BB_LOWER, 58_780.0)
            .with(Indicator.VWAP_252, 64_198.0)
            .with(Indicator.MACD_SIGNAL, -455.102)
            .with(Indicator.RSI_14, Reported.ranked(252, 38.42, 47))
            .with(Indicator.MACD, Reported.ranked(252, -812.4417, 19))
            .with(Indicator.ATR_PCT, Reported.ranked(252, 3.12, 188))
            .with(Indicator.VWAP_GAP_PCT, Reported.ranked(252, -6.85, 64))
            .with(Indicator.VOLUME_RATIO, Reported.ranked(252, 1.84, 240))
            .analysis();
    var company =
        new Company(
            "Joint Stock Commercial Bank for Foreign Trade of Vietnam",
            Optional.of("Financial Services"),
            Optional.empty(),
            OptionalDouble.of(12.61),
            OptionalDouble.of(4_742),
            OptionalDouble.of(1.35),
            OptionalDouble.of(499_680_000_000_000.0),
            OptionalDouble.of(71_300),
            OptionalInt.of(9),
            Optional.empty(),
            OptionalDouble.of(68_500),
            OptionalDouble.of(55_100));
    return sheet("VCB19", underlying, analysis, company);
  }

  private static FactSheet sheet(
      String symbol, Underlying underlying, Analysis analysis, Company company) {
    StanceRules.Result stance = StanceRules.judge(analysis, Drawn.SESSION);
    return new FactSheet(
        new ReportKey(new Ticker(symbol), Drawn.SESSION),
        underlying,
        company,
        Facts.of(analysis, company, stance),
        stance,
        List.of(headline(1), headline(2)),
        Drawn.SESSION);
  }

  private static Headline headline(int number) {
    return new Headline(
        "title " + number,
        "Reuters",
        Instant.parse("2025-11-10T03:00:00Z"),
        URI.create("https://news.example/" + number),
        Set.of());
  }
}
