package dailyreport.adapters.rendering;

/**
 * Lower and upper end of a vertical axis.
 *
 * @param low value at the pane's foot
 * @param high value at its head, above {@code low}
 */
record Span(double low, double high) {
  /**
   * Share of a pane that keeps a figure {@link FigureAxis#EDGE} pixels from its foot and head: no
   * pane of any form is lower than 70 pixels.
   */
  static final double ROOM = 0.13;

  double length() {
    return high - low;
  }

  /** Widened where needed, so that the figure of this value keeps its distance from both ends. */
  Span withFigureAt(double value) {
    double lower = Math.min(low, (value - ROOM * high) / (1 - ROOM));
    double upper = Math.max(high, (value - ROOM * lower) / (1 - ROOM));
    return new Span(lower, upper);
  }
}
