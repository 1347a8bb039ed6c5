package dailyreport.adapters.rendering;

import dailyreport.application.port.ChartForm;
import dailyreport.domain.report.Report;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A chart as drawn, with the places of its panes and words.
 *
 * @param image the picture
 * @param panes where the data of each pane stands, top to bottom
 * @param inscriptions every text
 */
record ChartDrawing(
    BufferedImage image, List<Rectangle2D> panes, List<Ink.Inscription> inscriptions) {

  /** Room between the data and the figures at the right, and after them. */
  private static final int FIGURE_ROOM = 22;

  private static final int LEAST_FIGURES = 70;

  ChartDrawing {
    panes = List.copyOf(panes);
    inscriptions = List.copyOf(inscriptions);
  }

  /** Draws the report's chart. */
  static ChartDrawing of(Report report, ChartForm form) {
    ChartShape shape = ChartShape.of(form);
    Theme theme = shape.theme();
    var panes = new ArrayList<Pane>();
    panes.add(PricePane.of(report, shape));
    VolumePane.of(report, theme).ifPresent(panes::add);
    RsiPane.of(report, theme).ifPresent(panes::add);
    MacdPane.of(report, theme).ifPresent(panes::add);

    var image =
        new BufferedImage(
            (int) Math.round(shape.width() * shape.scale()),
            (int) Math.round(shape.height() * shape.scale()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    try {
      g2.scale(shape.scale(), shape.scale());
      hints(g2);
      g2.setColor(theme.background);
      g2.fill(new Rectangle2D.Double(0, 0, shape.width(), shape.height()));
      var axis = new SessionAxis(report.chart().bars());
      List<Rectangle2D> areas = plot(g2, shape, axis, panes, figures(report, panes, shape));
      var ink = new Ink(g2);
      new ChartFrame(g2, ink, shape, report).draw(axis, panes, areas);
      return new ChartDrawing(image, areas, ink.inscriptions());
    } finally {
      g2.dispose();
    }
  }

  private static List<Rectangle2D> plot(
      Graphics2D g2, ChartShape shape, SessionAxis axis, List<Pane> panes, double figures) {
    var combined = new CombinedDomainXYPlot(axis);
    combined.setGap(ChartShape.GAP + ChartShape.LEGEND);
    combined.setInsets(RectangleInsets.ZERO_INSETS);
    var below = new AxisSpace();
    below.setBottom(ChartShape.MONTHS);
    combined.setFixedDomainAxisSpace(below);
    for (Pane pane : panes) {
      combined.add(pane.plot(), pane.weight());
    }
    var chart = new JFreeChart(null, Typeface.REGULAR.at(ChartShape.AXIS_TEXT), combined, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setAntiAlias(true);
    int top = shape.header() + ChartShape.LEGEND;
    var info = new ChartRenderingInfo();
    chart.draw(
        g2,
        new Rectangle2D.Double(
            shape.margin(),
            top,
            shape.width() - shape.margin() - figures,
            shape.height() - top - shape.footer()),
        null,
        info);
    hints(g2);
    var areas = new ArrayList<Rectangle2D>();
    for (int i = 0; i < panes.size(); i++) {
      areas.add(info.getPlotInfo().getSubplotInfo(i).getDataArea());
    }
    return areas;
  }

  /** Width of the column of figures: that of the tag, or of the longest figure. */
  private static double figures(Report report, List<Pane> panes, ChartShape shape) {
    var lettering = new Lettering();
    double weights = panes.stream().mapToInt(Pane::weight).sum();
    double unit = shape.panes(panes.size()) / weights;
    double widest = lettering.width(report.price().number(), Typeface.BOLD, ChartShape.AXIS_TEXT);
    for (Pane pane : panes) {
      for (FigureAxis.Mark mark : pane.axis().marks(pane.weight() * unit)) {
        float width = lettering.width(mark.label(), Typeface.REGULAR, ChartShape.AXIS_TEXT);
        widest = Math.max(widest, width);
      }
    }
    return Math.max(LEAST_FIGURES, widest + FIGURE_ROOM);
  }

  private static void hints(Graphics2D g2) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }
}
