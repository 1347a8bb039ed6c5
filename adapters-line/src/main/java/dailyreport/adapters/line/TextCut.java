package dailyreport.adapters.line;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text to LINE's limits, counted in UTF-16 units as LINE does. The parts joined are the whole.
 */
final class TextCut {
  private static final String ELLIPSIS = "…";

  private TextCut() {}

  /**
   * Parts of at most {@code limit} units: cut after an empty line, else after a line, else after a
   * space (Thai writes one between sentences), else between clusters.
   */
  static List<String> parts(String text, int limit) {
    var parts = new ArrayList<String>();
    String rest = text;
    while (rest.length() > limit) {
      int end = end(rest, limit);
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    parts.add(rest);
    return parts;
  }

  /** The text when it has at most that many clusters, else its beginning and an ellipsis. */
  static String label(String text, int clusters) {
    BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
    borders.setText(text);
    int end = borders.next(clusters);
    if (end == BreakIterator.DONE || end == text.length()) {
      return text;
    }
    borders.first();
    return text.substring(0, borders.next(clusters - 1)) + ELLIPSIS;
  }

  /** The text, or its beginning and an ellipsis: at most {@code limit} units in all. */
  static String shortened(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, cluster(text, limit - 1)) + ELLIPSIS;
  }

  private static int end(String text, int limit) {
    BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
    borders.setText(text);
    for (String border : List.of("\n\n", "\n", " ")) {
      int end = text.lastIndexOf(border, limit - border.length()) + border.length();
      // A border in the first half would make many small messages of one long one; one before a
      // combining mark is none.
      if (end > limit / 2 && borders.isBoundary(end)) {
        return end;
      }
    }
    return cluster(text, limit);
  }

  /**
   * The last border between clusters at or before {@code limit}; {@code limit} if there is none.
   */
  private static int cluster(String text, int limit) {
    BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
    borders.setText(text);
    int end = borders.isBoundary(limit) ? limit : borders.preceding(limit);
    while (end > 0 && opensSyllable(text.charAt(end - 1))) {
      end = borders.preceding(end);
    }
    return end > 0 ? end : limit;
  }

  /** Thai vowels written before their consonant: เ แ โ ใ ไ. */
  private static boolean opensSyllable(char c) {
    return c >= '\u0E40' && c <= '\u0E44';
  }
}
