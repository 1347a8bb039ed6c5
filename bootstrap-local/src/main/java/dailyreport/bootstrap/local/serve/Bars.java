package dailyreport.bootstrap.local.serve;

import java.util.List;
import java.util.Locale;

/** Small charts as inline SVG; colours are classes of the style sheet, for light and dark. */
final class Bars {
  private static final int WIDTH = 640;
  private static final int THICK = 28;
  private static final int HIGH = 96;
  private static final int LETTERS = 18;
  private static final int GAP = 4;

  private Bars() {}

  /**
   * A part of a bar.
   *
   * @param label in words
   * @param style class of its colour
   * @param count not negative
   */
  record Part(String label, String style, int count) {}

  /** One bar whose parts are next to each other, by their share of all. */
  static String stacked(String title, List<Part> parts) {
    int all = parts.stream().mapToInt(Part::count).sum();
    var svg = new StringBuilder(open(title, THICK));
    if (all == 0) {
      svg.append(rect("none", 0, 0, WIDTH, THICK, "nothing yet"));
    }
    double x = 0;
    for (Part part : parts) {
      if (part.count() > 0) {
        double width = (double) WIDTH * part.count() / all;
        svg.append(rect(part.style(), x, 0, width, THICK, part.label() + " " + part.count()));
        x += width;
      }
    }
    return svg.append("</svg>").toString();
  }

  /** Columns side by side, the highest of which fills the chart, with counts and labels. */
  static String columns(String title, List<Part> columns) {
    int most = Math.max(1, columns.stream().mapToInt(Part::count).max().orElse(1));
    double step = (double) WIDTH / Math.max(1, columns.size());
    var svg = new StringBuilder(open(title, HIGH + 2 * LETTERS));
    for (int i = 0; i < columns.size(); i++) {
      Part column = columns.get(i);
      double high = (double) HIGH * column.count() / most;
      double middle = i * step + step / 2;
      svg.append(
          rect(
              column.style(),
              i * step + GAP,
              LETTERS + HIGH - high,
              step - 2 * GAP,
              Math.max(high, 1),
              column.label() + ": " + column.count()));
      if (column.count() > 0) {
        svg.append(text(middle, LETTERS + HIGH - high - GAP, String.valueOf(column.count())));
      }
      svg.append(text(middle, HIGH + 2 * LETTERS - GAP, column.label()));
    }
    return svg.append("</svg>").toString();
  }

  private static String open(String title, int height) {
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
        .formatted(WIDTH, height, Html.safe(title));
  }

  private static String rect(
      String style, double x, double y, double width, double height, String title) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
            + "<title>%s</title></rect>",
        style,
        x,
        y,
        width,
        height,
        Html.safe(title));
  }

  private static String text(double x, double y, String words) {
    return String.format(
        Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, Html.safe(words));
  }
}
