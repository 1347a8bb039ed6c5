package dailyreport.adapters.rendering;

import dailyreport.domain.market.Bar;
import dailyreport.domain.report.Figures;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * The horizontal axis: one slot for each session, so that weekends and holidays leave no hole. Its
 * ticks are the first sessions of months, and in January the year of the Buddhist era.
 */
final class SessionAxis extends NumberAxis {
  /** With fewer sessions the candles keep a sane width and stand at the right. */
  private static final int LEAST_SLOTS = 40;

  /** Free slots at the right, before the figures. */
  private static final double AIR = 1;

  private static final double LEAST_SPACING = 58;

  private final transient List<LocalDate> sessions;

  SessionAxis(List<Bar> bars) {
    sessions = bars.stream().map(Bar::session).toList();
    int n = sessions.size();
    setAutoRange(false);
    setRange(n - Math.max(n, LEAST_SLOTS) - 0.5, n - 0.5 + AIR);
    setTickLabelsVisible(false);
    setTickMarksVisible(false);
    setAxisLineVisible(false);
  }

  /** Horizontal place of a session's middle. */
  double x(double index, Rectangle2D pane) {
    return valueToJava2D(index, pane, RectangleEdge.BOTTOM);
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return ticks(dataArea);
  }

  /** Ticks left to right, far enough apart for their words. */
  List<Tick> ticks(Rectangle2D pane) {
    var ticks = new ArrayList<Tick>();
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < sessions.size(); i++) {
      LocalDate day = sessions.get(i);
      boolean first = day.getMonthValue() != sessions.get(i - 1).getMonthValue();
      double x = x(i, pane);
      if (first && x - last >= LEAST_SPACING) {
        ticks.add(tick(i, label(day)));
        last = x;
      }
    }
    if (ticks.isEmpty()) {
      int newest = sessions.size() - 1;
      LocalDate day = sessions.get(newest);
      ticks.add(tick(newest, day.getDayOfMonth() + " " + Figures.month(day)));
    }
    return ticks;
  }

  private static String label(LocalDate day) {
    return day.getMonthValue() == 1
        ? Integer.toString(day.getYear() + Figures.BUDDHIST_ERA)
        : Figures.month(day);
  }

  private static NumberTick tick(int index, String label) {
    return new NumberTick(index, label, TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0);
  }
}
