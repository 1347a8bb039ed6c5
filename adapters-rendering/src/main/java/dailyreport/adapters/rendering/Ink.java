package dailyreport.adapters.rendering;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Writes the words of a chart and remembers where each stands. */
final class Ink {
  private final Graphics2D g2;
  private final List<Inscription> inscriptions = new ArrayList<>();

  /** What a text is for. */
  enum Role {
    HEADER,
    LEGEND,
    FIGURE,
    TAG,
    MONTH,
    FOOTER
  }

  /**
   * One text on the picture.
   *
   * @param box what its glyphs cover
   * @param size of its font
   */
  record Inscription(String text, Role role, Rectangle2D box, float size) {}

  Ink(Graphics2D g2) {
    this.g2 = g2;
  }

  /** Writes to the right of {@code x}; returns the width. */
  double left(
      String text, Role role, Typeface face, float size, Color colour, double x, double baseline) {
    Font font = face.at(size);
    char[] letters = text.toCharArray();
    GlyphVector glyphs =
        font.layoutGlyphVector(
            g2.getFontRenderContext(), letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    g2.setColor(colour);
    g2.drawGlyphVector(glyphs, (float) x, (float) baseline);
    Rectangle2D box = glyphs.getVisualBounds();
    box.setRect(box.getX() + x, box.getY() + baseline, box.getWidth(), box.getHeight());
    inscriptions.add(new Inscription(text, role, box, size));
    return glyphs.getLogicalBounds().getWidth();
  }

  /** Writes so that the text ends at {@code x}; returns the width. */
  double right(
      String text, Role role, Typeface face, float size, Color colour, double x, double baseline) {
    return left(text, role, face, size, colour, x - width(text, face, size), baseline);
  }

  /** Writes with {@code x} in the middle; returns the width. */
  double centred(
      String text, Role role, Typeface face, float size, Color colour, double x, double baseline) {
    return left(text, role, face, size, colour, x - width(text, face, size) / 2, baseline);
  }

  /** Width of a text. */
  double width(String text, Typeface face, float size) {
    return new Lettering().width(text, face, size);
  }

  /** Everything written so far. */
  List<Inscription> inscriptions() {
    return List.copyOf(inscriptions);
  }
}
