package dailyreport.adapters.rendering;

import dailyreport.application.port.ChartForm;

/**
 * Sizes of a chart form, in units of the drawing.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param scale pixels a unit
 * @param margin at the left and right edge
 * @param header height of the header; 0 for none
 * @param footer height of the footer; 0 for none
 * @param priceWeight share of the height that the price pane has; the others have 13, 15 and 16
 * @param theme colours
 */
record ChartShape(
    int width,
    int height,
    double scale,
    int margin,
    int header,
    int footer,
    int priceWeight,
    Theme theme) {
  /** LINE shows Flex images up to 1024 pixels a side. */
  static final int PHONE_SIDE = 1024;

  /** Strip above each pane, for its legend; two marks above a Thai letter fit in. */
  static final int LEGEND = 24;

  /** Space between a pane and the strip of the next. */
  static final int GAP = 6;

  /** Height of the line with the months. */
  static final int MONTHS = 28;

  /** Smallest text: a phone shows the picture at about a third of its size. */
  static final float FOOTER_TEXT = 15;

  /** Text of axes and legends. */
  static final float AXIS_TEXT = 17;

  /** Height that so many panes have together. */
  double panes(int count) {
    return height - header - LEGEND - (count - 1.0) * (GAP + LEGEND) - MONTHS - footer;
  }

  static ChartShape of(ChartForm form) {
    return switch (form) {
      case PHONE_LIGHT -> new ChartShape(PHONE_SIDE, PHONE_SIDE, 1, 26, 104, 28, 56, Theme.LIGHT);
      case PHONE_DARK -> new ChartShape(PHONE_SIDE, PHONE_SIDE, 1, 26, 104, 28, 56, Theme.DARK);
      // 1638 pixels over 174 mm of paper are 239 a inch; 17 units are 8.2 pt. It is lower than the
      // phone's, so the small panes have a larger share: three figures must fit into each.
      case PAGE -> new ChartShape(1024, 615, 1.6, 2, 0, 0, 42, Theme.LIGHT);
    };
  }
}
