package dailyreport.domain.market;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All indicators of a price history, computed over all of its bars.
 *
 * @param prices the bars
 * @param series one list for every indicator, one value a bar, oldest first; empty where the
 *     indicator is not defined, never 0 or NaN in its place
 */
public record Analysis(PriceHistory prices, Map<Indicator, List<OptionalDouble>> series) {
  public Analysis {
    var copy = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      List<OptionalDouble> values = series.get(indicator);
      if (values == null || values.size() != prices.bars().size()) {
        throw new IllegalArgumentException(indicator + " needs one value a bar");
      }
      for (OptionalDouble value : values) {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
          throw new IllegalArgumentException(indicator + " holds a value that is not finite");
        }
      }
      copy.put(indicator, List.copyOf(values));
    }
    series = Collections.unmodifiableMap(copy);
  }

  /** The indicator's values, oldest first. */
  public List<OptionalDouble> of(Indicator indicator) {
    return series.getOrDefault(indicator, List.of());
  }

  /** The reading at the newest bar, empty where the indicator lacks history. */
  public Optional<Reading> reading(Indicator indicator) {
    List<OptionalDouble> values = of(indicator);
    return Percentile.ofLast(values)
        .map(percentile -> new Reading(indicator, values.getLast().getAsDouble(), percentile));
  }

  /** All readings at the newest bar, in the order of {@link Indicator}; absent ones left out. */
  public List<Reading> readings() {
    return Arrays.stream(Indicator.values()).map(this::reading).flatMap(Optional::stream).toList();
  }
}
