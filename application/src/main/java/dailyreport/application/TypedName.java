package dailyreport.application;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * A typed text made comparable: report.md, section 2. The order of the steps matters, each works on
 * the result of the one before.
 *
 * @param squashed upper case, ASCII, no white space; at least one character
 */
record TypedName(String squashed) {
  /** Longest text looked at, in UTF-16 units: one U+FDFA grows 18-fold under NFKC. */
  static final int LONGEST_TEXT = 64;

  /** Longest text that can be a symbol. */
  static final int LONGEST_SYMBOL = 16;

  /** Empty when the text is too long, holds anything but ASCII, or holds nothing. */
  static Optional<TypedName> of(String typed) {
    if (typed.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    String plain = without(typed, Character.CONTROL);
    String composed = Normalizer.normalize(plain, Normalizer.Form.NFKC);
    String visible = without(composed, Character.FORMAT);
    String upper = asciiDigits(visible).toUpperCase(Locale.ROOT);
    String squashed = withoutSpace(upper);
    return squashed.isEmpty() || squashed.chars().anyMatch(c -> c > '~')
        ? Optional.empty()
        : Optional.of(new TypedName(squashed));
  }

  /** Whether it has the form of a symbol: letters and digits, short enough. */
  boolean symbolShaped() {
    return squashed.length() <= LONGEST_SYMBOL
        && squashed.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  /** How many letters it has. */
  long letters() {
    return squashed.chars().filter(c -> c >= 'A' && c <= 'Z').count();
  }

  private static String without(String text, byte type) {
    return text.codePoints()
        .filter(c -> Character.getType(c) != type)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String asciiDigits(String text) {
    return text.codePoints()
        .map(c ->
            Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                ? '0' + Character.digit(c, 10)
                : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String withoutSpace(String text) {
    return text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
