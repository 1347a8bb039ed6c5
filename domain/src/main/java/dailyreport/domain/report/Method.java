package dailyreport.domain.report;

import dailyreport.domain.market.PriceHistory;
import java.time.LocalDate;

/**
 * Where a report's numbers come from.
 *
 * @param source {@code yahoo}, {@code twelvedata}, {@code sample} or {@code file:} with 8 hex
 *     digits
 * @param adjusted whether prices are adjusted for dividends
 * @param suspect whether the newest close moved so far that a split is likely
 * @param firstSession of all bars the indicators were computed on
 * @param bars how many
 */
public record Method(
    String source, boolean adjusted, boolean suspect, LocalDate firstSession, int bars) {

  /** The method of a report made from this history. */
  public static Method of(PriceHistory prices) {
    return new Method(
        prices.source(),
        prices.adjusted(),
        prices.suspect(),
        prices.bars().getFirst().session(),
        prices.bars().size());
  }

  /**
   * Whether the prices come from a file or the bundled sample, so that the report says ตัวอย่าง.
   */
  public boolean example() {
    return source.equals("sample") || source.startsWith("file:");
  }
}
