package dailyreport.domain.grounding;

import dailyreport.domain.report.Unit;
import java.math.BigDecimal;

/**
 * A number as a sentence states it.
 *
 * @param start first place of its digits in the paragraph, its sign not included
 * @param end place after its last digit, magnitude, unit or currency
 * @param number as written, without sign
 * @param magnitude power of ten of the word after it
 * @param sign -1 or +1 when one is written, else 0
 * @param unit {@link Unit#MONEY} with a currency, {@link Unit#NONE} for a bare number
 * @param currency ISO 4217 code, จุด for points, or empty text when none is written
 * @param hedged whether a word like ประมาณ stands before it
 * @param size the value as a double
 */
record Claim(
    int start,
    int end,
    BigDecimal number,
    int magnitude,
    int sign,
    Unit unit,
    String currency,
    boolean hedged,
    double size) {

  Claim(
      int start,
      int end,
      BigDecimal number,
      int magnitude,
      int sign,
      Unit unit,
      String currency,
      boolean hedged) {
    this(
        start,
        end,
        number,
        magnitude,
        sign,
        unit,
        currency,
        hedged,
        number.scaleByPowerOfTen(magnitude).doubleValue());
  }

  /** What is claimed, without sign. */
  BigDecimal value() {
    return number.scaleByPowerOfTen(magnitude);
  }

  /** Decimals of {@link #value}; negative when a magnitude leaves digits open. */
  int decimals() {
    return number.scale() - magnitude;
  }

  boolean isBare() {
    return unit == Unit.NONE && magnitude == 0;
  }

  /** The first number of {@code 5-10%} with what the second one says for both. */
  Claim sharing(Claim second) {
    return new Claim(
        start, end, number, second.magnitude, sign, second.unit, second.currency, hedged);
  }
}
