package dailyreport.contract;

import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.Fact;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Unit;
import dailyreport.domain.report.Usage;
import dailyreport.domain.report.Vote;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Made-up but plausible data: a seeded price walk and a report about it. Not real prices. */
public final class Examples {
  public static final LocalDate SESSION = LocalDate.of(2025, 11, 11);
  public static final Instant NOW = Instant.parse("2025-11-11T11:00:00Z");
  public static final Instrument DBS = instrument("DBS19", "D05.SI", Exchange.SGX, "SGD");
  public static final ReportKey KEY = new ReportKey(DBS.ticker(), SESSION);

  private Examples() {}

  public static Instrument instrument(
      String ticker, String symbol, Exchange exchange, String currency) {
    return new Instrument(
        new Ticker(ticker),
        new Underlying(symbol, exchange, currency, Underlying.Kind.STOCK),
        "Example Holdings",
        OptionalInt.empty());
  }

  /**
   * That many weekday bars ending at {@link #SESSION}; a random walk that starts at {@code price}.
   */
  public static PriceHistory history(Instrument instrument, int bars, double price, long seed) {
    var days = new ArrayList<LocalDate>();
    for (LocalDate day = SESSION; days.size() < bars; day = day.minusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        days.add(day);
      }
    }
    Collections.reverse(days);
    var random = new Random(seed);
    var walk = new ArrayList<Bar>();
    double close = price;
    for (LocalDate day : days) {
      double open = close * (1 + 0.004 * random.nextGaussian());
      close = open * (1 + 0.0005 + 0.012 * random.nextGaussian());
      double high = Math.max(open, close) * (1 + 0.005 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.005 * random.nextDouble());
      long volume = 2_000_000 + random.nextInt(5_000_000);
      walk.add(new Bar(day, open, high, low, close, close, volume));
    }
    return new PriceHistory(
        instrument.underlying(),
        instrument.underlying().currency(),
        "yahoo",
        true,
        walk,
        List.of());
  }

  /**
   * Series of plausible size and of the right first index. Moving averages are true; oscillators
   * are drawn from the seed, for nobody asserts their values.
   */
  public static Analysis analysis(PriceHistory prices, long seed) {
    int n = prices.bars().size();
    double last = prices.bars().getLast().close();
    var random = new Random(seed);
    var series = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    series.put(Indicator.SMA_20, mean(prices, 20, 1));
    series.put(Indicator.SMA_50, mean(prices, 50, 1));
    series.put(Indicator.SMA_200, mean(prices, 200, 1));
    series.put(Indicator.BB_UPPER, mean(prices, 20, 1.04));
    series.put(Indicator.BB_LOWER, mean(prices, 20, 0.96));
    series.put(Indicator.VWAP_252, mean(prices, 252, 0.97));
    series.put(Indicator.RSI_14, walk(n, 14, 50, 6, 10, 90, random));
    series.put(Indicator.MACD, walk(n, 25, 0, last / 300, -last / 30, last / 30, random));
    series.put(Indicator.MACD_SIGNAL, walk(n, 33, 0, last / 400, -last / 40, last / 40, random));
    series.put(Indicator.MACD_HISTOGRAM, walk(n, 33, 0, last / 500, -last / 60, last / 60, random));
    series.put(Indicator.ATR_PCT, walk(n, 13, 1.5, 0.1, 0.8, 4, random));
    series.put(Indicator.VWAP_GAP_PCT, walk(n, 251, 4, 1, -20, 20, random));
    series.put(Indicator.VOLUME_RATIO, walk(n, 19, 1, 0.2, 0.3, 3, random));
    return new Analysis(prices, series);
  }

  private static List<OptionalDouble> mean(PriceHistory prices, int width, double factor) {
    var closes = prices.bars().stream().mapToDouble(Bar::close).toArray();
    var values = new ArrayList<OptionalDouble>();
    for (int i = 0; i < closes.length; i++) {
      values.add(
          i < width - 1
              ? OptionalDouble.empty()
              : OptionalDouble.of(
                  factor * Arrays.stream(closes, i - width + 1, i + 1).average().orElseThrow()));
    }
    return values;
  }

  private static List<OptionalDouble> walk(
      int n, int first, double start, double step, double low, double high, Random random) {
    var values = new ArrayList<OptionalDouble>();
    double value = start;
    for (int i = 0; i < n; i++) {
      value = Math.clamp(value + step * random.nextGaussian(), low, high);
      values.add(i < first ? OptionalDouble.empty() : OptionalDouble.of(value));
    }
    return values;
  }

  /** A report by the template about 320 bars of {@link #DBS}, with two headlines and no parts. */
  public static Report report() {
    return report(DBS, 320, 50, 42);
  }

  /** A report about a seeded walk. */
  public static Report report(Instrument instrument, int bars, double price, long seed) {
    PriceHistory prices = history(instrument, bars, price, seed);
    Analysis analysis = analysis(prices, seed);
    var key = new ReportKey(instrument.ticker(), SESSION);
    var votes =
        Arrays.stream(Vote.Rule.values())
            .map(rule -> new Vote(rule, rule.ordinal() % 3 == 0 ? 1 : 0, "ราคาเหนือเส้นค่าเฉลี่ย"))
            .toList();
    var facts =
        new FactSheet(
            key,
            instrument.underlying(),
            company(instrument.name()),
            List.of(
                new Fact(
                    "RSI",
                    new BigDecimal("66.35"),
                    Unit.NONE,
                    "",
                    2,
                    false,
                    List.of("RSI"),
                    "66.35")),
            new StanceRules.Result(Stance.HOLD, 3, votes, Optional.empty()),
            List.of(
                headline("Example Holdings raises its dividend", "Reuters", "/a"),
                headline("Banks lead the index to a high", "Business Times", "/b")),
            SESSION);
    return new Report(
        facts,
        narrative(),
        analysis.readings(),
        ChartData.of(analysis),
        Method.of(prices),
        Optional.empty(),
        List.of(),
        NOW,
        Usage.none());
  }

  public static Company company(String name) {
    return new Company(
        name,
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

  private static Headline headline(String title, String publisher, String path) {
    return new Headline(
        title,
        publisher,
        NOW.minus(Duration.ofHours(20)),
        URI.create("https://news.example" + path),
        Set.of("D05.SI"));
  }

  private static Narrative narrative() {
    return new Narrative(
        List.of(
            new Section(
                Section.Kind.STORY,
                List.of(
                    "ราคาปรับตัวขึ้นต่อเนื่องหลังผลประกอบการออกมาดี ที่ผ่านมาผู้ลงทุนให้น้ำหนักกับเงินปันผล"
                        + " และความผันผวนอยู่ในระดับต่ำ")),
            new Section(
                Section.Kind.INSIGHT,
                List.of(
                    "RSI อยู่ที่ 66.35 สะท้อนแรงซื้อที่ยังแข็งแรง",
                    "น้ำหนักการซื้อขายเบาบางกว่าปกติ สัญญาณจึงน่าเชื่อถือน้อยลง",
                    "ปั๊มน้ำมันและกลุ่มธนาคารเป็นผู้นำตลาดในช่วงนี้ [1]")),
            new Section(
                Section.Kind.ACTION,
                List.of(
                    "ผู้ที่มีอยู่แล้วควรติดตามแนวโน้ม หากราคาหลุดเส้นค่าเฉลี่ยมุมมองจะเปลี่ยน")),
            new Section(
                Section.Kind.RISK,
                List.of("ปริมาณเบาบาง สัญญาณน่าเชื่อถือน้อยลง", "ดอกเบี้ยขาลงอาจกดดันกำไร"))),
        Narrative.Author.TEMPLATE);
  }

  /** A day of fresh life and six hours of grace. */
  public static Validity validity(Instant startedAt, String generation) {
    return new Validity(
        startedAt,
        startedAt.plus(Duration.ofDays(1)),
        startedAt.plus(Duration.ofHours(30)),
        generation);
  }

  /** An entry of {@link #KEY} whose report names the parts of {@link #parts}. */
  public static CacheEntry.Positive entry(Instant startedAt, String generation) {
    var refs = parts(generation).stream().map(Part::ref).toList();
    return new CacheEntry.Positive(KEY, report().withParts(refs), validity(startedAt, generation));
  }

  public static CacheEntry.Negative negative(Instant startedAt, String generation) {
    return new CacheEntry.Negative(
        KEY,
        NegativeReason.NO_DATA_FOR_SESSION,
        Optional.of(SESSION.minusDays(1)),
        new Validity(
            startedAt,
            startedAt.plus(Duration.ofMinutes(10)),
            startedAt.plus(Duration.ofMinutes(10)),
            generation));
  }

  /** Three small parts whose bytes depend on the generation. */
  public static List<Part> parts(String generation) {
    return Arrays.stream(PartName.values())
        .map(name -> Part.of(name, (name + " of " + generation).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  public static Bundle bundle(Instant startedAt, String generation) {
    return new Bundle(entry(startedAt, generation), parts(generation));
  }
}
