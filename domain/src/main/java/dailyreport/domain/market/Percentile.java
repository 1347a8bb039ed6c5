package dailyreport.domain.market;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where today's value stands among the last sessions: the share, in percent, of values that are at
 * most today's, today's included.
 *
 * @param value 0 (exclusive) to 100
 * @param n how many sessions had a value, 1 to {@value #WINDOW}
 */
public record Percentile(double value, int n) {
  /** Sessions looked back on, today's included: about one year. */
  public static final int WINDOW = 252;

  public Percentile {
    if (!(value > 0 && value <= 100) || n < 1 || n > WINDOW) {
      throw new IllegalArgumentException("percentile " + value + " of " + n);
    }
  }

  /**
   * The percentile of the last value among the last up to 252 values that are present.
   *
   * @param series oldest first, one entry a session
   * @return empty when the last value is absent
   */
  public static Optional<Percentile> ofLast(List<OptionalDouble> series) {
    if (series.isEmpty() || series.getLast().isEmpty()) {
      return Optional.empty();
    }
    double today = series.getLast().getAsDouble();
    int n = 0;
    int atMost = 0;
    for (int i = series.size() - 1; i >= 0 && n < WINDOW; i--) {
      OptionalDouble value = series.get(i);
      if (value.isPresent()) {
        n++;
        if (value.getAsDouble() <= today) {
          atMost++;
        }
      }
    }
    return Optional.of(new Percentile(100.0 * atMost / n, n));
  }
}
