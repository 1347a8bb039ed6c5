package dailyreport.domain.report;

/**
 * One vote of the stance rules.
 *
 * @param rule which comparison voted
 * @param points -1, 0 or +1
 * @param reason in Thai, without numbers
 */
public record Vote(Rule rule, int points, String reason) {

  /** The comparisons of report.md, section 6, in their order. */
  public enum Rule {
    CLOSE_SMA_20,
    SMA_20_SMA_50,
    CLOSE_SMA_200,
    MACD_SIGNAL,
    MACD_ZERO,
    RSI,
    VWAP_GAP,
    VOLUME
  }

  public Vote {
    if (points < -1 || points > 1) {
      throw new IllegalArgumentException(rule + " votes with -1, 0 or +1, seen " + points);
    }
  }
}
