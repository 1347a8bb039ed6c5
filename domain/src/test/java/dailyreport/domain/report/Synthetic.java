package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Draws fact sheets from seeds: shares and funds, long and short histories, all currencies. */
public final class Synthetic {
  private static final List<Underlying> UNDERLYINGS =
      List.of(
          new Underlying("D05.SI", Exchange.SGX, "SGD", Underlying.Kind.STOCK),
          new Underlying("GSD.SI", Exchange.SGX, "SGD", Underlying.Kind.FUND),
          new Underlying("7267.T", Exchange.TSE, "JPY", Underlying.Kind.STOCK),
          new Underlying("FPT.VN", Exchange.HOSE, "VND", Underlying.Kind.STOCK),
          new Underlying("0700.HK", Exchange.HKEX, "HKD", Underlying.Kind.STOCK),
          new Underlying("0050.TW", Exchange.TWSE, "TWD", Underlying.Kind.FUND),
          new Underlying("QQQM", Exchange.NASDAQ, "USD", Underlying.Kind.FUND),
          new Underlying("MSN.HM", Exchange.HAM, "EUR", Underlying.Kind.STOCK));
  private static final List<String> NAMES =
      List.of(
          "DBS Group Holdings Ltd",
          "Yuanta/P-shares Taiwan Top 50 ETF",
          "SPDR S&P 500 ETF Trust",
          "3M Company",
          "Example.com, Inc.",
          "บริษัท ตัวอย่าง จำกัด");

  private final Random random;

  private Synthetic(long seed) {
    // Neighbouring small seeds give Random nearly the same first draws; spread them.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  public static FactSheet facts(long seed) {
    return new Synthetic(seed).draw();
  }

  private FactSheet draw() {
    Underlying underlying = pick(UNDERLYINGS);
    double price =
        switch (underlying.currency()) {
          case "VND" ->
              Math.rint(
                  (random.nextInt(3) == 0 ? 2_000_000 : 100_000) * (0.1 + random.nextDouble()));
          case "JPY" -> Math.rint(2 * (500 + 5_000 * random.nextDouble())) / 2;
          default ->
              // Shares below one unit of currency are printed with three decimals.
              Math.rint(
                      1_000
                          * (random.nextInt(8) == 0
                              ? 0.05 + 0.9 * random.nextDouble()
                              : 0.2 + 200 * random.nextDouble() * random.nextDouble()))
                  / 1_000;
        };
    double before = random.nextInt(10) == 0 ? price : price * (1 + 0.02 * random.nextGaussian());
    int bars = random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 300;
    var drawn = new Drawn().of(underlying).closes(before, price).bars(bars);
    put(drawn, bars, 20, Indicator.SMA_20, near(price));
    put(drawn, bars, 50, Indicator.SMA_50, near(price));
    put(drawn, bars, 200, Indicator.SMA_200, near(price));
    put(drawn, bars, 20, Indicator.BB_UPPER, price * 1.05);
    put(drawn, bars, 20, Indicator.BB_LOWER, price * 0.95);
    put(drawn, bars, 15, Indicator.RSI_14, 5 + 90 * random.nextDouble());
    double macd = price * 0.02 * random.nextGaussian();
    put(drawn, bars, 26, Indicator.MACD, macd);
    put(drawn, bars, 34, Indicator.MACD_SIGNAL, macd + price * 0.005 * random.nextGaussian());
    put(drawn, bars, 14, Indicator.ATR_PCT, 0.02 + 5 * random.nextDouble());
    double gap = 20 * random.nextGaussian();
    put(drawn, bars, 252, Indicator.VWAP_252, price / (1 + Math.max(gap, -90) / 100));
    put(drawn, bars, 252, Indicator.VWAP_GAP_PCT, gap);
    put(drawn, bars, 20, Indicator.VOLUME_RATIO, 0.02 + 2 * random.nextDouble());
    Analysis analysis = drawn.analysis();
    Company company = company(underlying, price);
    LocalDate session = Drawn.SESSION.plusDays(random.nextInt(20) == 0 ? 12 : 0);
    StanceRules.Result stance = StanceRules.judge(analysis, session);
    return new FactSheet(
        new ReportKey(new Ticker(pick(List.of("DBS19", "GOLD19", "TAIWAN19"))), session),
        underlying,
        company,
        Facts.of(analysis, company, stance),
        stance,
        news(),
        session.plusDays(1));
  }

  private void put(Drawn drawn, int bars, int first, Indicator indicator, double newest) {
    if (bars < first) {
      return;
    }
    int n = Math.min(bars - first + 1, 252);
    var values = new Double[n];
    for (int i = 0; i < n; i++) {
      values[i] = newest * (1 + 0.3 * random.nextGaussian());
    }
    values[n - 1] = newest;
    drawn.with(indicator, values);
  }

  private Company company(Underlying underlying, double price) {
    boolean fund = underlying.kind() == Underlying.Kind.FUND;
    return new Company(
        pick(NAMES),
        fund ? Optional.empty() : Optional.of(pick(List.of("Financial Services", "Energy", "Odd"))),
        Optional.empty(),
        fund ? OptionalDouble.empty() : maybe(2 + 60 * random.nextDouble()),
        fund ? OptionalDouble.empty() : maybe(price * 0.1 * random.nextGaussian()),
        maybe(8 * random.nextDouble() * random.nextDouble()),
        maybe(Math.rint(Math.pow(10, 5 + 9 * random.nextDouble()))),
        fund ? OptionalDouble.empty() : maybe(near(price)),
        fund || random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(40)),
        Optional.empty(),
        maybe(price * (1 + random.nextDouble())),
        maybe(price * (1 - 0.7 * random.nextDouble())));
  }

  private List<Headline> news() {
    var news = new ArrayList<Headline>();
    for (int i = 0; i < random.nextInt(4); i++) {
      news.add(
          new Headline(
              "title " + i,
              "Reuters",
              Instant.parse("2025-11-10T03:00:00Z").minus(Duration.ofDays(random.nextInt(6))),
              URI.create("https://news.example/" + i),
              Set.of("D05.SI")));
    }
    return news;
  }

  private double near(double price) {
    return price * (1 + 0.04 * random.nextGaussian());
  }

  private OptionalDouble maybe(double figure) {
    return random.nextInt(4) == 0 ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
