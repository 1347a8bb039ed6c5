package dailyreport.benchmarks.results;

import dailyreport.adapters.rendering.HeadlessFonts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a {@link Plot} with JFreeChart, in fonts that need none on the machine. */
final class PlotDrawing {
  static final int WIDTH = 1200;
  static final int HEIGHT = 700;

  /** Okabe and Ito's colours for all kinds of sight (2008), black and yellow replaced by greys. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x444444),
          new Color(0x999999));

  private static final Ellipse2D MARK = new Ellipse2D.Double(-4, -4, 8, 8);
  private static final float[] DASHES = {7, 6};
  private static final Color GRID = new Color(0xC8C8C8);
  private static final Color WARNING = new Color(0xB00020);

  private PlotDrawing() {}

  /** The PNG, {@link #WIDTH} by {@link #HEIGHT} pixels. */
  static byte[] png(Plot plot, Conditions conditions) throws IOException {
    HeadlessFonts.install();
    var chart = new JFreeChart(plot.title(), font(Font.BOLD, 26), plane(plot), true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(12, 12, 12, 24));
    chart.getLegend().setItemFont(font(Font.PLAIN, 17));
    chart.getLegend().setPosition(RectangleEdge.BOTTOM);
    if (!conditions.invalid().isEmpty()) {
      chart.addSubtitle(0, line(conditions.verdict(), Font.BOLD, WARNING));
    }
    var under =
        line(
            "%s; JDK %s; commit %s; %s"
                .formatted(
                    conditions.fact("machine"),
                    conditions.fact("JDK"),
                    conditions.fact("commit"),
                    conditions.started()),
            Font.PLAIN,
            Color.DARK_GRAY);
    under.setPosition(RectangleEdge.BOTTOM);
    under.setHorizontalAlignment(HorizontalAlignment.LEFT);
    // The first of those at the bottom is the lowest.
    chart.addSubtitle(0, under);
    var bytes = new ByteArrayOutputStream();
    ChartUtils.writeChartAsPNG(bytes, chart, WIDTH, HEIGHT);
    return bytes.toByteArray();
  }

  private static XYPlot plane(Plot plot) {
    var data = new XYSeriesCollection();
    var renderer = new XYLineAndShapeRenderer(true, true);
    for (int i = 0; i < plot.lines().size(); i++) {
      Plot.Line line = plot.lines().get(i);
      var series = new XYSeries(line.name());
      line.points().forEach(series::add);
      data.addSeries(series);
      renderer.setSeriesPaint(i, COLOURS.get(line.group() % COLOURS.size()));
      renderer.setSeriesStroke(i, stroke(line));
      renderer.setSeriesShape(i, MARK);
      renderer.setSeriesShapesFilled(i, !line.dashed());
    }
    renderer.setDrawSeriesLineAsPath(true);
    var plane =
        new XYPlot(
            data,
            PlotAxes.axis(
                plot.x(), plot, line -> line.points().firstKey(), line -> line.points().lastKey()),
            PlotAxes.axis(plot.y(), plot, PlotDrawing::least, PlotDrawing::most),
            renderer);
    plane.setBackgroundPaint(Color.WHITE);
    plane.setDomainGridlinePaint(GRID);
    plane.setRangeGridlinePaint(GRID);
    plane.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plane;
  }

  private static double least(Plot.Line line) {
    return line.points().values().stream().min(Double::compare).orElseThrow();
  }

  private static double most(Plot.Line line) {
    return line.points().values().stream().max(Double::compare).orElseThrow();
  }

  private static BasicStroke stroke(Plot.Line line) {
    return line.dashed()
        ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
        : new BasicStroke(2.6f);
  }

  private static TextTitle line(String text, int style, Color colour) {
    var title = new TextTitle(text, font(style, 15));
    title.setPaint(colour);
    return title;
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
