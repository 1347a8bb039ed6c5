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
 * @param theme colours
 */
record ChartShape(
    int width, int height, double scale, int margin, int header, int footer, Theme theme) {
  /** LINE shows Flex images up to 1024 pixels a side. */
  static final int PHONE_SIDE = 1024;

  /** Strip above each pane, for its legend. */
  static final int LEGEND = 22;

  /** Space between a pane and the strip of the next. */
  static final int GAP = 6;

  /** Height of the line with the months. */
  static final int MONTHS = 28;

  /** Smallest text: a phone shows the picture at about a third of its size. */
  static final float FOOTER_TEXT = 15;

  /** Text of axes and legends. */
  static final float AXIS_TEXT = 16;

  static ChartShape of(ChartForm form) {
    return switch (form) {
      case PHONE_LIGHT -> new ChartShape(PHONE_SIDE, PHONE_SIDE, 1, 26, 104, 28, Theme.LIGHT);
      case PHONE_DARK -> new ChartShape(PHONE_SIDE, PHONE_SIDE, 1, 26, 104, 28, Theme.DARK);
      // 1638 pixels over 174 mm of paper are 239 a inch; 16 units are 7.7 pt.
      case PAGE -> new ChartShape(1024, 615, 1.6, 2, 0, 0, Theme.LIGHT);
    };
  }
}
