package dailyreport.adapters.rendering;

import java.awt.Color;

/**
 * How a text is printed on the page.
 *
 * @param face weight
 * @param size points
 * @param colour of the letters
 */
record Style(Typeface face, float size, Color colour) {
  static final Color NAVY = new Color(0x102A4C);
  static final Color ACCENT = new Color(0x2962FF);
  static final Color TEXT = new Color(0x1B2330);
  static final Color SECONDARY = new Color(0x5B6578);
  static final Color RULE = new Color(0xDDE2EA);
  static final Color PALE = new Color(0xF4F6FA);
  static final Color UP = new Color(0x067A68);
  static final Color DOWN = new Color(0xC8202F);
  static final Color AMBER = new Color(0xB54708);

  /** Heading of a block. */
  static final Style HEADING = new Style(Typeface.SEMI_BOLD, 14, NAVY);

  /** Head line of a table. */
  static final Style COLUMN = new Style(Typeface.SEMI_BOLD, 8.5f, SECONDARY);

  /** Cell of a table. */
  static final Style CELL = new Style(Typeface.REGULAR, 10, TEXT);

  /** Captions and side notes. */
  static final Style SMALL = new Style(Typeface.REGULAR, 8.5f, SECONDARY);

  Style in(Color other) {
    return new Style(face, size, other);
  }

  Style in(Typeface other) {
    return new Style(other, size, colour);
  }

  Style at(float other) {
    return new Style(face, other, colour);
  }

  /** Colour of points or of a change, on white. */
  static Color of(int direction) {
    return direction > 0 ? UP : direction < 0 ? DOWN : SECONDARY;
  }
}
