package dailyreport.domain.grounding;

import java.text.Normalizer;

/**
 * Text as the grounding check reads it, so that nothing a reader cannot see splits or changes a
 * number: report.md, section 9, step 1.
 */
final class NormalText {
  private static final char SARA_AM = '\u0E33';

  /** NFKC would split SARA AM in two and hide every word that holds it; it waits here meanwhile. */
  private static final char SARA_AM_KEPT = '\uE033';

  private NormalText() {}

  /**
   * NFKC, ASCII digits, one kind of space and line end, {@code -} for every hyphen and minus,
   * {@code ~} for every dash; invisible and control characters are gone.
   */
  static String of(String text) {
    String composed =
        Normalizer.normalize(text.replace(SARA_AM, SARA_AM_KEPT), Normalizer.Form.NFKC)
            .replace(SARA_AM_KEPT, SARA_AM);
    var normal = new StringBuilder(composed.length());
    composed.codePoints().forEach(point -> append(normal, point));
    return normal.toString();
  }

  private static void append(StringBuilder normal, int point) {
    if (point == '\n' || point == 0x85 || point == 0x2028 || point == 0x2029) {
      normal.append('\n');
    } else if (Character.isSpaceChar(point) || point == '\t') {
      normal.append(' ');
    } else if (Character.isDigit(point)) {
      normal.append((char) ('0' + Character.digit(point, 10)));
    } else if (point == 0x2010 || point == 0x2011 || point == 0x2212) {
      normal.append('-');
    } else if (point == 0x2013 || point == 0x2014 || point == 0x2015) {
      normal.append('~');
    } else if (!isInvisible(point)) {
      normal.appendCodePoint(point);
    }
  }

  /** Format and control characters, and the marks that draw nothing. */
  private static boolean isInvisible(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || point == 0x034F
        || (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0xE0100 && point <= 0xE01EF);
  }
}
