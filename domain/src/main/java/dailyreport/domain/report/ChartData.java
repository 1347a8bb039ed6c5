package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the chart draws: the last sessions and their indicators, computed over all bars before.
 *
 * @param bars ascending, at least one, at most {@value #SESSIONS}
 * @param series one list for every indicator, one value a bar
 */
public record ChartData(List<Bar> bars, Map<Indicator, List<OptionalDouble>> series) {
  /** Sessions drawn. */
  public static final int SESSIONS = 130;

  public ChartData {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a chart needs at least one bar");
    }
    var copy = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      List<OptionalDouble> values = series.get(indicator);
      if (values == null || values.size() != bars.size()) {
        throw new IllegalArgumentException(indicator + " needs one value a bar");
      }
      copy.put(indicator, List.copyOf(values));
    }
    series = Collections.unmodifiableMap(copy);
  }

  /** The last {@value #SESSIONS} sessions of an analysis. */
  public static ChartData of(Analysis analysis) {
    var bars = analysis.prices().bars();
    int from = Math.max(0, bars.size() - SESSIONS);
    var cut = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    Arrays.stream(Indicator.values())
        .forEach(
            indicator -> cut.put(indicator, analysis.of(indicator).subList(from, bars.size())));
    return new ChartData(bars.subList(from, bars.size()), cut);
  }

  /** The indicator's values, oldest first. */
  public List<OptionalDouble> of(Indicator indicator) {
    return series.getOrDefault(indicator, List.of());
  }
}
