package dailyreport.domain.grounding;

import java.math.BigDecimal;

/**
 * A sentence in which one thing was changed.
 *
 * @param kind class of the change
 * @param text the changed sentence
 * @param stillTrue whether it says what it said before, only coarser or in other words
 * @param excuse why an escape of it is known, or empty text
 * @param figure the changed number with its magnitude, when it is one, or empty text
 */
record Mutant(Kind kind, String text, boolean stillTrue, String excuse, String figure) {

  /** Classes of changes, in the order of the table. */
  enum Kind {
    DIGIT("a digit of a figure replaced"),
    DIGIT_DROPPED("a digit of a figure dropped"),
    DIGIT_DOUBLED("a digit of a figure doubled"),
    POINT("decimal point moved or dropped"),
    SIGN("sign added, dropped or turned"),
    DIRECTION("direction word turned or dropped"),
    UNIT("unit exchanged, added or dropped"),
    CURRENCY("currency exchanged"),
    MAGNITUDE("magnitude exchanged, added or dropped"),
    PERIOD("a digit of an allowed word replaced"),
    THRESHOLD("a digit of a threshold replaced"),
    NAME("a digit of a name replaced");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A digit of {@code before} changed so that {@code after} stands there. */
  static Mutant ofFigure(Kind kind, String text, String before, String after, String power) {
    return new Mutant(kind, text, isRounding(before, after), "", after + power);
  }

  /** Whether a figure is the other one with fewer decimals, or with zeros in front. */
  private static boolean isRounding(String before, String after) {
    // "958. JPY" is how a dropped decimal leaves its point behind.
    String plain = after.replace(",", "").replaceFirst("\\.$", "");
    if (!plain.matches("\\d+(\\.\\d+)?")) {
      return false;
    }
    var exact = new BigDecimal(before.replace(",", ""));
    var changed = new BigDecimal(plain);
    BigDecimal error = exact.subtract(changed).abs();
    BigDecimal half = BigDecimal.ONE.movePointLeft(changed.scale()).divide(BigDecimal.TWO);
    return changed.scale() <= exact.scale()
        && error.compareTo(half) <= 0
        && error.compareTo(exact.multiply(new BigDecimal("0.05"))) <= 0;
  }
}
