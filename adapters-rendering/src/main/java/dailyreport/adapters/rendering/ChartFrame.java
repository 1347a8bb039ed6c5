package dailyreport.adapters.rendering;

import dailyreport.domain.report.ClosingPrice;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueTick;

/** Everything around the panes: header, legends, figures, months, last price, footer. */
final class ChartFrame {
  private static final float AXIS = ChartShape.AXIS_TEXT;
  private static final double FIGURE_OFFSET = 8;
  private static final double LEGEND_GAP = 18;

  private final Graphics2D g2;
  private final Ink ink;
  private final ChartShape shape;
  private final Theme theme;
  private final Report report;

  ChartFrame(Graphics2D g2, Ink ink, ChartShape shape, Report report) {
    this.g2 = g2;
    this.ink = ink;
    this.shape = shape;
    this.theme = shape.theme();
    this.report = report;
  }

  void draw(SessionAxis axis, List<Pane> panes, List<Rectangle2D> areas) {
    if (shape.header() > 0) {
      new ChartHeader(g2, ink, shape, report).draw();
    }
    for (int i = 0; i < panes.size(); i++) {
      Rectangle2D area = areas.get(i);
      if (i > 0) {
        rule(area.getMinY() - ChartShape.LEGEND - ChartShape.GAP + 1);
      }
      legend(panes.get(i).legend(), area, i == 0 && shape.header() == 0);
      figures(panes.get(i).axis(), area);
    }
    lastPrice(panes.getFirst().axis(), areas.getFirst());
    months(axis, areas.getLast());
    if (shape.footer() > 0) {
      footer();
    }
  }

  private void legend(List<Pane.Entry> entries, Rectangle2D area, boolean marked) {
    double x = area.getMinX() + 4;
    double end = area.getMaxX();
    double baseline = area.getMinY() - 6.5;
    if (marked && report.method().example()) {
      String mark = ReportText.EXAMPLE + " · " + reach(report);
      end -=
          ink.right(mark, Ink.Role.LEGEND, Typeface.SEMI_BOLD, AXIS, theme.warning, end, baseline)
              + LEGEND_GAP;
    }
    for (Pane.Entry entry : entries) {
      if (x + ink.width(entry.text(), Typeface.SEMI_BOLD, AXIS) > end) {
        return;
      }
      x +=
          ink.left(
                  entry.text(),
                  Ink.Role.LEGEND,
                  Typeface.SEMI_BOLD,
                  AXIS,
                  entry.colour(),
                  x,
                  baseline)
              + LEGEND_GAP;
    }
  }

  private void figures(FigureAxis axis, Rectangle2D area) {
    for (FigureAxis.Mark mark : axis.marks(area.getHeight())) {
      if (!mark.label().isEmpty()) {
        ink.left(
            mark.label(),
            Ink.Role.FIGURE,
            Typeface.REGULAR,
            AXIS,
            theme.secondary,
            area.getMaxX() + FIGURE_OFFSET,
            middle(axis.y(mark.value(), area)));
      }
    }
  }

  private void lastPrice(FigureAxis axis, Rectangle2D area) {
    ClosingPrice price = report.price();
    Color colour = theme.of(price.direction());
    double y = axis.y(report.chart().bars().getLast().close(), area);
    g2.setColor(colour);
    g2.setStroke(
        new BasicStroke(
            1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0));
    g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
    double width = ink.width(price.number(), Typeface.BOLD, AXIS);
    g2.fill(
        new RoundRectangle2D.Double(
            area.getMaxX() + 2,
            y - PricePane.TAG_HALF,
            width + 2 * (FIGURE_OFFSET - 2),
            2 * PricePane.TAG_HALF,
            8,
            8));
    ink.left(
        price.number(),
        Ink.Role.TAG,
        Typeface.BOLD,
        AXIS,
        // White on light; on dark, where the coloured box is bright, the dark of the background.
        theme.background,
        area.getMaxX() + FIGURE_OFFSET,
        middle(y));
  }

  private void months(SessionAxis axis, Rectangle2D area) {
    rule(area.getMaxY() + 0.5);
    for (Tick tick : axis.ticks(area)) {
      double x = axis.x(((ValueTick) tick).getValue(), area);
      double half = ink.width(tick.getText(), Typeface.REGULAR, AXIS) / 2;
      ink.centred(
          tick.getText(),
          Ink.Role.MONTH,
          Typeface.REGULAR,
          AXIS,
          theme.secondary,
          Math.clamp(x, half + 6, shape.width() - half - 6),
          area.getMaxY() + 19);
    }
  }

  private void footer() {
    double baseline = shape.height() - 9.0;
    ink.left(
        DrawableText.clean(ReportText.shortDisclaimer(report)),
        Ink.Role.FOOTER,
        Typeface.REGULAR,
        ChartShape.FOOTER_TEXT,
        theme.secondary,
        shape.margin(),
        baseline);
    ink.right(
        "Daily Report",
        Ink.Role.FOOTER,
        Typeface.SEMI_BOLD,
        ChartShape.FOOTER_TEXT,
        theme.secondary,
        (double) shape.width() - shape.margin(),
        baseline);
  }

  private void rule(double y) {
    g2.setColor(theme.grid);
    g2.setStroke(Lines.stroke(1));
    g2.draw(new Line2D.Double(shape.margin(), y, shape.width() - shape.margin() / 2.0, y));
  }

  /** Baseline of a figure whose middle is at {@code y}; digits of Sarabun are 0.7 em high. */
  private static double middle(double y) {
    return y + 0.35 * AXIS;
  }

  /** {@code ข้อมูลถึง 20 พ.ย. 2563}. */
  static String reach(Report report) {
    return "ข้อมูลถึง " + Figures.date(report.chart().bars().getLast().session());
  }
}
