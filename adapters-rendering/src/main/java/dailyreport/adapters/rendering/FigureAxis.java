package dailyreport.adapters.rendering;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A vertical axis whose ticks and their words are ours. The labels are written afterwards by {@link
 * ChartFrame}, so the axis itself takes the grid lines from them and draws nothing.
 */
final class FigureAxis extends NumberAxis {
  /** The middle of a figure stands at least so many pixels from foot and head of its pane. */
  static final double EDGE = 9;

  private final transient Scale scale;

  /** Chooses the ticks of an axis. */
  @FunctionalInterface
  interface Scale {
    /** Ticks between two values that stand that many pixels apart. */
    List<Mark> marks(double low, double high, double height);
  }

  /**
   * One tick.
   *
   * @param value where
   * @param label its figure; empty for a grid line without one
   */
  record Mark(double value, String label) {
    static Mark of(BigDecimal value, String label) {
      return new Mark(value.doubleValue(), label);
    }
  }

  FigureAxis(Span span, Scale scale) {
    this.scale = scale;
    setAutoRange(false);
    setRange(span.low(), span.high());
    setTickLabelsVisible(false);
    setTickMarksVisible(false);
    setAxisLineVisible(false);
  }

  /** Ticks for a pane of that height. */
  List<Mark> marks(double height) {
    double edge = EDGE * getRange().getLength() / height;
    return scale.marks(
        getRange().getLowerBound() + edge, getRange().getUpperBound() - edge, height - 2 * EDGE);
  }

  /** Vertical place of a value in the pane. */
  double y(double value, Rectangle2D pane) {
    return valueToJava2D(value, pane, RectangleEdge.RIGHT);
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    var ticks = new ArrayList<Tick>();
    for (Mark mark : marks(dataArea.getHeight())) {
      ticks.add(
          new NumberTick(
              mark.value(), mark.label(), TextAnchor.CENTER_LEFT, TextAnchor.CENTER_LEFT, 0));
    }
    return ticks;
  }
}
