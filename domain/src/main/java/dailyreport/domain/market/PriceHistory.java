package dailyreport.domain.market;

import java.time.LocalDate;
import java.util.List;

/**
 * Daily bars of one underlying from one source.
 *
 * @param underlying whose prices
 * @param currency ISO 4217 code the source quotes in
 * @param source {@code yahoo}, {@code twelvedata}, {@code sample} or {@code file:} with the first 8
 *     hex digits of the file's SHA-256
 * @param adjusted whether prices are adjusted for dividends
 * @param bars ascending by session, screened
 * @param bad sessions of the rows that the screen dropped as bad
 */
public record PriceHistory(
    Underlying underlying,
    String currency,
    String source,
    boolean adjusted,
    List<Bar> bars,
    List<LocalDate> bad) {

  /** Above this share of bad rows the source is not believed: report.md, section 4. */
  private static final double MOST_BAD = 0.05;

  /** A larger move between two sessions marks the history suspect: an unadjusted split. */
  private static final double LARGEST_MOVE = 0.60;

  public PriceHistory {
    bars = List.copyOf(bars);
    bad = List.copyOf(bad);
    for (int i = 1; i < bars.size(); i++) {
      if (!bars.get(i).session().isAfter(bars.get(i - 1).session())) {
        throw new IllegalArgumentException(
            "bars must ascend: " + bars.get(i).session() + " follows " + bars.get(i - 1).session());
      }
    }
  }

  /** The same history without bars and bad rows after {@code session}. */
  public PriceHistory upTo(LocalDate session) {
    return new PriceHistory(
        underlying,
        currency,
        source,
        adjusted,
        bars.stream().filter(bar -> !bar.session().isAfter(session)).toList(),
        bad.stream().filter(day -> !day.isAfter(session)).toList());
  }

  /** Whether more than 5 % of the rows were bad, so that no report may be made from the rest. */
  public boolean unreliable() {
    return bad.size() > MOST_BAD * (bars.size() + bad.size());
  }

  /** Whether the newest close lies more than 60 % away from the one before. */
  public boolean suspect() {
    if (bars.size() < 2) {
      return false;
    }
    double before = bars.get(bars.size() - 2).close();
    return Math.abs(bars.getLast().close() - before) > LARGEST_MOVE * before;
  }
}
