package dailyreport.adapters.rendering;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text with only what our font can draw. A character it lacks would show as an empty box, and
 * company names and headlines come from outside.
 *
 * <p>Signs with a look-alike are replaced by it; emoji, controls and invisible characters are
 * dropped; a run of foreign letters becomes one ellipsis, so that the gap is seen. Combining marks
 * stay only on a base that can carry them, at most three on each.
 */
final class DrawableText {
  private static final int MOST_MARKS = 3;
  private static final char GAP = '…';
  private static final Map<Integer, String> LOOK_ALIKES =
      Map.ofEntries(
          Map.entry((int) '●', "•"),
          Map.entry((int) '○', "•"),
          Map.entry((int) '▪', "•"),
          Map.entry((int) '★', "*"),
          Map.entry((int) '☆', "*"),
          Map.entry((int) '▸', "▶"),
          Map.entry((int) '✓', "√"),
          Map.entry((int) '✗', "×"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '‑', "-"));

  private DrawableText() {}

  /** The drawable part of a text on one line; empty when nothing is left. */
  static String clean(String text) {
    return clean(text, "");
  }

  /** The drawable part of a text, or {@code otherwise} when no letter, digit or sign is left. */
  static String clean(String text, String otherwise) {
    var out = new StringBuilder();
    int base = ' ';
    int marks = 0;
    for (int c : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
      if (isMark(c)) {
        if (carries(base, c) && marks < MOST_MARKS && drawable(c)) {
          out.appendCodePoint(c);
          marks++;
        }
        continue;
      }
      int before = out.length();
      append(out, c);
      if (out.length() > before) {
        base = out.codePointBefore(out.length());
        marks = 0;
      } else {
        base = ' ';
      }
    }
    String kept = out.toString().strip().replaceAll(" {2,}", " ");
    return kept.codePoints().allMatch(c -> c == ' ' || c == GAP) ? otherwise : kept;
  }

  private static void append(StringBuilder out, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      out.append(' ');
    } else if (LOOK_ALIKES.containsKey(c)) {
      out.append(LOOK_ALIKES.get(c));
    } else if (drawable(c)) {
      out.appendCodePoint(c);
    } else if (Character.isLetterOrDigit(c)) {
      appendForeign(out, c);
    }
  }

  private static void appendForeign(StringBuilder out, int c) {
    String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    if (plain.codePoints().allMatch(p -> drawable(p) && !isMark(p))) {
      out.append(plain);
    } else if (out.isEmpty() || out.charAt(out.length() - 1) != GAP) {
      out.append(GAP);
    }
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** A Thai mark stands on a Thai consonant, any other on any letter. */
  private static boolean carries(int base, int mark) {
    return thai(mark) ? base >= 'ก' && base <= 'ฮ' : Character.isLetter(base) && !thai(base);
  }

  private static boolean thai(int c) {
    return c >= 0x0E00 && c <= 0x0E7F;
  }

  /** Whether the font has a visible glyph for it; invisible characters have none worth keeping. */
  static boolean drawable(int c) {
    if (c == ' ') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !variationSelector(c) && Typeface.REGULAR.at(10).canDisplay(c);
    };
  }

  private static boolean variationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || c == 0x034F;
  }
}
