package dailyreport.adapters.rendering;

import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures text and breaks it into lines. Both libraries place glyphs with the JDK's shaper and
 * fractional widths, so what is measured here is what is drawn.
 *
 * <p>Not safe for use by several threads: one for each drawing.
 */
final class Lettering {
  private static final float UNIT = 100;
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final String ELLIPSIS = "…";

  private record Key(Typeface face, String text) {}

  private final Map<Key, Float> widths = new HashMap<>();

  /** Width of a text in the unit of {@code size}. */
  float width(String text, Typeface face, float size) {
    float unit =
        widths.computeIfAbsent(
            new Key(face, text),
            _ ->
                (float)
                    face.at(UNIT)
                        .layoutGlyphVector(
                            EXACT,
                            text.toCharArray(),
                            0,
                            text.length(),
                            java.awt.Font.LAYOUT_LEFT_TO_RIGHT)
                        .getLogicalBounds()
                        .getWidth());
    return unit * size / UNIT;
  }

  /** The text, or its beginning with an ellipsis where it is wider than {@code most}. */
  String fitted(String text, Typeface face, float size, float most) {
    if (width(text, face, size) <= most) {
      return text;
    }
    BitSet ends = LineBreaks.clusters(text);
    for (int end = ends.previousSetBit(text.length());
        end > 0;
        end = ends.previousSetBit(end - 1)) {
      String cut = text.substring(0, end).strip() + ELLIPSIS;
      if (width(cut, face, size) <= most) {
        return cut;
      }
    }
    return ELLIPSIS;
  }

  /** The lines of one paragraph, none wider than {@code most} unless one character is. */
  List<String> lines(String paragraph, Typeface face, float size, float most) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    float used = 0;
    for (String word : words(paragraph, face, size, most)) {
      float bare = width(word.stripTrailing(), face, size);
      if (used + bare > most && !line.isEmpty()) {
        lines.add(line.toString().strip());
        line.setLength(0);
        used = 0;
      }
      line.append(word);
      used += width(word, face, size);
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  private List<String> words(String text, Typeface face, float size, float most) {
    var words = new ArrayList<String>();
    for (String word : split(text, LineBreaks.of(text))) {
      if (width(word.strip(), face, size) <= most) {
        words.add(word);
      } else {
        words.addAll(split(word, LineBreaks.clusters(word)));
      }
    }
    return words;
  }

  private static List<String> split(String text, BitSet at) {
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int to = at.nextSetBit(1); to > 0; to = at.nextSetBit(to + 1)) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
