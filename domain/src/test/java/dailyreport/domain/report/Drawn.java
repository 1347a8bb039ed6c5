package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Underlying;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Draws an analysis whose newest bar has exactly the wanted readings; the bars before are flat. */
public final class Drawn {
  public static final LocalDate SESSION = LocalDate.of(2025, 11, 11);
  public static final Underlying DBS =
      new Underlying("D05.SI", Exchange.SGX, "SGD", Underlying.Kind.STOCK);

  private final Map<Indicator, List<Double>> newest = new EnumMap<>(Indicator.class);
  private Underlying underlying = DBS;
  private double close = 50;
  private double before = 50;
  private int bars = 300;
  private LocalDate last = SESSION;

  /** The newest close and the one before, both as traded. */
  public Drawn closes(double beforeLast, double newestClose) {
    this.before = beforeLast;
    this.close = newestClose;
    return this;
  }

  public Drawn of(Underlying other) {
    this.underlying = other;
    return this;
  }

  Drawn bars(int count) {
    this.bars = count;
    return this;
  }

  Drawn endingOn(LocalDate day) {
    this.last = day;
    return this;
  }

  /** The indicator's newest values, oldest of them first; it is absent before. */
  public Drawn with(Indicator indicator, Double... values) {
    newest.put(indicator, List.of(values));
    return this;
  }

  public Drawn without(Indicator... indicators) {
    for (Indicator indicator : indicators) {
      newest.remove(indicator);
    }
    return this;
  }

  public Analysis analysis() {
    var days = new ArrayList<LocalDate>();
    for (LocalDate day = last; days.size() < bars; day = day.minusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        days.add(day);
      }
    }
    Collections.reverse(days);
    var drawn = new ArrayList<Bar>();
    for (int i = 0; i < bars; i++) {
      double price = i == bars - 1 ? close : before;
      drawn.add(new Bar(days.get(i), price, price, price, price, price, 1_000));
    }
    var series = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      List<Double> values = newest.getOrDefault(indicator, List.of());
      var one = new ArrayList<>(Collections.nCopies(bars - values.size(), OptionalDouble.empty()));
      values.forEach(value -> one.add(OptionalDouble.of(value)));
      series.put(indicator, one);
    }
    return new Analysis(
        new PriceHistory(underlying, underlying.currency(), "yahoo", true, drawn, List.of()),
        series);
  }
}
