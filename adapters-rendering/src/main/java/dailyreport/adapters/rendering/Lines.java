package dailyreport.adapters.rendering;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Indicator series as lines over the session index. */
final class Lines {
  private Lines() {}

  /** Adds a line to the plot, above what it has; an absent value leaves a gap. */
  static void add(XYPlot plot, List<OptionalDouble> values, Color colour, float width) {
    var series = new XYSeries("", true, false);
    for (int i = 0; i < values.size(); i++) {
      OptionalDouble value = values.get(i);
      series.add(i, value.isPresent() ? (Double) value.getAsDouble() : null);
    }
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, stroke(width));
    add(plot, new XYSeriesCollection(series), renderer);
  }

  /** Adds a data set with its renderer as the topmost layer. */
  static void add(
      XYPlot plot,
      org.jfree.data.xy.XYDataset data,
      org.jfree.chart.renderer.xy.XYItemRenderer renderer) {
    int layer = plot.getDataset() == null ? 0 : plot.getDatasetCount();
    plot.setDataset(layer, data);
    plot.setRenderer(layer, renderer);
  }

  /** One item a session, for renderers that know their own values. */
  static XYSeriesCollection slots(int sessions) {
    var series = new XYSeries("", true, false);
    for (int i = 0; i < sessions; i++) {
      series.add(i, 0);
    }
    return new XYSeriesCollection(series);
  }

  static Stroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** Whether any session has a value. */
  static boolean any(List<OptionalDouble> values) {
    return values.stream().anyMatch(OptionalDouble::isPresent);
  }

  /** The values that are present. */
  static DoubleStream present(List<OptionalDouble> values) {
    return values.stream()
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble);
  }
}
