package dailyreport.adapters.rendering;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * One pane of the chart.
 *
 * @param plot what JFreeChart draws
 * @param axis its figures
 * @param legend words for the strip above it
 * @param weight share of the height
 */
record Pane(XYPlot plot, FigureAxis axis, List<Entry> legend, int weight) {

  /** Words of a legend in the colour of what they name. */
  record Entry(String text, Color colour) {}

  Pane {
    legend = List.copyOf(legend);
  }

  /** A plot in our style, without data. */
  static XYPlot plot(FigureAxis axis, Theme theme) {
    var plot = new XYPlot();
    plot.setRangeAxis(axis);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinePaint(theme.grid);
    plot.setDomainGridlineStroke(Lines.stroke(1));
    plot.setRangeGridlinePaint(theme.grid);
    plot.setRangeGridlineStroke(Lines.stroke(1));
    return plot;
  }
}
