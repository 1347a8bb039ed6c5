package dailyreport.domain.market;

/**
 * An indicator's value at the session of a report.
 *
 * @param indicator which
 * @param value finite
 * @param percentile among the last year's values of the same indicator
 */
public record Reading(Indicator indicator, double value, Percentile percentile) {
  public Reading {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(indicator + " must be finite");
    }
  }
}
