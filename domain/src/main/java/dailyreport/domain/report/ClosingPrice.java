package dailyreport.domain.report;

import dailyreport.domain.market.Bar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The newest close and its change from the session before, as traded (adjusted for splits only).
 *
 * @param close unrounded
 * @param change close minus the close before; empty with a single bar
 * @param changePct the same in percent of the close before
 * @param currency ISO 4217 code
 */
public record ClosingPrice(
    BigDecimal close,
    Optional<BigDecimal> change,
    Optional<BigDecimal> changePct,
    String currency) {

  /** From the two newest of at least one bar. */
  public static ClosingPrice of(List<Bar> bars, String currency) {
    BigDecimal close = BigDecimal.valueOf(bars.getLast().tradedClose());
    if (bars.size() < 2) {
      return new ClosingPrice(close, Optional.empty(), Optional.empty(), currency);
    }
    BigDecimal before = BigDecimal.valueOf(bars.get(bars.size() - 2).tradedClose());
    BigDecimal change = close.subtract(before);
    BigDecimal percent = change.movePointRight(2).divide(before, 10, RoundingMode.HALF_UP);
    return new ClosingPrice(close, Optional.of(change), Optional.of(percent), currency);
  }

  /** {@code 53.15 SGD}. */
  public String text() {
    return number() + " " + currency;
  }

  /** {@code 53.15}. */
  public String number() {
    return Figures.grouped(close, decimals());
  }

  /**
   * {@code ▼ -1.28 (-2.35%)}; arrow and both signs follow {@link #direction}. Empty with a single
   * bar.
   */
  public Optional<String> changeText() {
    String arrow = pick("▲ ", "", "▼ ");
    String sign = pick("+", "", "-");
    return change.flatMap(amount ->
        changePct.map(percent ->
            arrow
                + sign
                + Figures.grouped(amount.abs(), changeDecimals(amount))
                + " ("
                + sign
                + Figures.grouped(percent.abs(), 2)
                + "%)"));
  }

  private String pick(String up, String level, String down) {
    return direction() > 0 ? up : direction() < 0 ? down : level;
  }

  /** Half a yen counts on either side: 5,001 after 5,000.5 is a change of 0.5. */
  private int changeDecimals(BigDecimal amount) {
    return Math.max(decimals(), Figures.priceDecimals(close.subtract(amount), currency));
  }

  /** -1, 0 or 1, of the change as it is printed. */
  public int direction() {
    return changePct.map(percent -> percent.setScale(2, RoundingMode.HALF_UP).signum()).orElse(0);
  }

  /** Printed decimals of this price and of every price computed from the same bars. */
  public int decimals() {
    return Figures.priceDecimals(close, currency);
  }
}
