package dailyreport.adapters.rendering;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Draws one shape in each session's slot. JFreeChart's own candles and bars guess their width from
 * milliseconds, which a session index has not.
 */
abstract class SlotRenderer extends AbstractXYItemRenderer {
  /** Share of the slot that a body or bar fills. */
  private static final double FILLED = 0.70;

  /** Draws session {@code item}, whose slot has its middle at {@code x}. */
  abstract void draw(Graphics2D g2, Slot slot, Vertical y, int item);

  /** Vertical place of a value. */
  @FunctionalInterface
  interface Vertical {
    double of(double value);
  }

  /**
   * Where a session's shape goes, on whole pixels, so that its edges are sharp.
   *
   * @param left edge of the shape
   * @param width of the shape, at least a pixel
   * @param pixel size of one pixel
   */
  record Slot(double left, double width, double pixel) {
    static Slot of(double middle, double slotWidth, double pixel) {
      // An odd number of pixels has a middle one for the wick.
      long pixels = Math.max(1, Math.round((FILLED * slotWidth / pixel - 1) / 2) * 2 + 1);
      double width = pixels * pixel;
      return new Slot(onPixel(middle - width / 2, pixel), width, pixel);
    }

    double middle() {
      return left + width / 2;
    }

    private static double onPixel(double value, double pixel) {
      return Math.round(value / pixel) * pixel;
    }
  }

  @Override
  public final void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D dataArea,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshairState,
      int pass) {
    double middle =
        domainAxis.valueToJava2D(
            dataset.getXValue(series, item), dataArea, plot.getDomainAxisEdge());
    double slotWidth = domainAxis.lengthToJava2D(1, dataArea, plot.getDomainAxisEdge());
    double pixel = 1 / g2.getTransform().getScaleX();
    draw(
        g2,
        Slot.of(middle, slotWidth, pixel),
        value -> rangeAxis.valueToJava2D(value, dataArea, plot.getRangeAxisEdge()),
        item);
  }
}
