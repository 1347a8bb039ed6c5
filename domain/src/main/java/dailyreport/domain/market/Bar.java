package dailyreport.domain.market;

import java.time.LocalDate;

/**
 * One daily bar.
 *
 * @param session date of the session in the exchange's zone
 * @param open adjusted for splits and dividends, as are {@code high}, {@code low} and {@code close}
 * @param high at least {@code low}
 * @param low above zero
 * @param close the adjusted close, on which indicators are computed
 * @param tradedClose the close as traded, adjusted for splits only; equal to {@code close} where
 *     the source knows one price. The day's change is computed from it
 * @param volume shares, 0 or more
 */
public record Bar(
    LocalDate session,
    double open,
    double high,
    double low,
    double close,
    double tradedClose,
    long volume) {

  public Bar {
    if (!(positive(open)
        && positive(high)
        && positive(low)
        && positive(close)
        && positive(tradedClose))) {
      throw new IllegalArgumentException("bar of " + session + ": prices must be above zero");
    }
    if (volume < 0) {
      throw new IllegalArgumentException("bar of " + session + ": volume must not be negative");
    }
  }

  private static boolean positive(double price) {
    return price > 0 && price < Double.POSITIVE_INFINITY;
  }
}
