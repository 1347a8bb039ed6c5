package dailyreport.adapters.rendering;

import dailyreport.contract.Examples;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Guard;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Vote;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Reports whose indicators belong to their bars, so that their pictures can be judged by eye. */
final class Sample {
  static final LocalDate LAST = LocalDate.of(2026, 2, 13);
  static final Instrument DBS = Examples.DBS;
  static final Instrument YEN = Examples.instrument("NINTENDO19", "7974.T", Exchange.TSE, "JPY");
  static final Instrument DONG = Examples.instrument("VCB19", "VCB.VN", Exchange.HOSE, "VND");

  private static final List<String> REASONS =
      List.of(
          "ราคาอยู่เหนือเส้นค่าเฉลี่ย 20 วัน",
          "เส้น 20 วันอยู่เหนือเส้น 50 วัน",
          "ราคาอยู่เหนือเส้นค่าเฉลี่ย 200 วัน",
          "MACD อยู่เหนือเส้นสัญญาณ",
          "MACD เป็นบวก",
          "RSI อยู่ในเขตซื้อมากเกินไป",
          "ราคาห่างจาก VWAP มากเกินไป",
          "ปริมาณใกล้ค่าเฉลี่ย");

  private static final List<Integer> POINTS = List.of(1, 1, 1, 1, 1, -1, 0, 0);

  private Sample() {}

  /** A seeded walk of weekdays up to {@link #LAST}. */
  static List<Bar> walk(int n, double start, double tick, long seed) {
    var days = new ArrayList<LocalDate>();
    for (LocalDate day = LAST; days.size() < n; day = day.minusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        days.add(day);
      }
    }
    Collections.reverse(days);
    var random = new Random(seed);
    var bars = new ArrayList<Bar>();
    double close = start;
    for (LocalDate day : days) {
      double open = onTick(close * (1 + 0.003 * random.nextGaussian()), tick);
      close = onTick(open * (1 + 0.0006 + 0.011 * random.nextGaussian()), tick);
      double high = onTick(Math.max(open, close) * (1 + 0.006 * random.nextDouble()), tick);
      double low = onTick(Math.min(open, close) * (1 - 0.006 * random.nextDouble()), tick);
      long volume = Math.round(3_000_000 * Math.exp(0.5 * random.nextGaussian()));
      bars.add(new Bar(day, open, high, low, close, close, volume));
    }
    return bars;
  }

  private static double onTick(double price, double tick) {
    return Math.round(price / tick) * tick;
  }

  static Report report() {
    return report(DBS, walk(640, 40, 0.01, 11));
  }

  static Report report(Instrument instrument, List<Bar> bars) {
    return report(instrument, bars, "yahoo");
  }

  /** A complete report about these bars. */
  static Report report(Instrument instrument, List<Bar> bars, String source) {
    String currency = instrument.underlying().currency();
    var prices = new PriceHistory(instrument.underlying(), currency, source, true, bars, List.of());
    Analysis analysis = Studies.of(prices);
    Report example = Examples.report();
    LocalDate session = bars.getLast().session();
    var facts =
        new FactSheet(
            new ReportKey(instrument.ticker(), session),
            instrument.underlying(),
            company(bars),
            List.of(),
            new StanceRules.Result(Stance.HOLD, 4, votes(), Optional.of(Guard.OVERBOUGHT)),
            example.facts().news(),
            session);
    return new Report(
        facts,
        example.narrative(),
        analysis.readings(),
        ChartData.of(analysis),
        Method.of(prices),
        Optional.empty(),
        List.of(),
        session.atTime(12, 0).toInstant(ZoneOffset.UTC),
        example.usage());
  }

  private static Company company(List<Bar> bars) {
    Company known = Examples.company("Example Holdings Ltd");
    List<Bar> year = bars.subList(Math.max(0, bars.size() - 252), bars.size());
    return new Company(
        known.name(),
        known.sector(),
        known.industry(),
        known.priceEarnings(),
        known.earningsPerShare(),
        known.dividendYieldPct(),
        known.marketCap(),
        OptionalDouble.of(bars.getLast().close() * 1.06),
        known.analysts(),
        known.recommendation(),
        OptionalDouble.of(year.stream().mapToDouble(Bar::high).max().orElseThrow()),
        OptionalDouble.of(year.stream().mapToDouble(Bar::low).min().orElseThrow()));
  }

  private static List<Vote> votes() {
    var votes = new ArrayList<Vote>();
    for (Vote.Rule rule : Vote.Rule.values()) {
      int i = votes.size();
      votes.add(new Vote(rule, POINTS.get(i), REASONS.get(i)));
    }
    return votes;
  }

  /** The same report with other facts. */
  static Report withFacts(Report report, UnaryOperator<FactSheet> change) {
    return new Report(
        change.apply(report.facts()),
        report.narrative(),
        report.readings(),
        report.chart(),
        report.method(),
        report.changes(),
        report.parts(),
        report.generatedAt(),
        report.usage());
  }

  static Report withCompany(Report report, Company company) {
    return withFacts(
        report,
        facts ->
            new FactSheet(
                facts.key(),
                facts.underlying(),
                company,
                facts.facts(),
                facts.stance(),
                facts.news(),
                facts.generatedOn()));
  }

  static Report withNews(Report report, List<Headline> news) {
    return withFacts(
        report,
        facts ->
            new FactSheet(
                facts.key(),
                facts.underlying(),
                facts.company(),
                facts.facts(),
                facts.stance(),
                news,
                facts.generatedOn()));
  }

  static Report withNarrative(Report report, List<Section> sections) {
    return new Report(
        report.facts(),
        new Narrative(sections, Narrative.Author.MODEL),
        report.readings(),
        report.chart(),
        report.method(),
        report.changes(),
        report.parts(),
        report.generatedAt(),
        report.usage());
  }
}
