package dailyreport.adapters.rendering;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalDouble;

/** MACD minus its signal; strong while it grows away from zero, pale while it shrinks. */
final class HistogramRenderer extends SlotRenderer {
  private static final double STRONG = 0.75;
  private static final double PALE = 0.35;

  private final transient List<OptionalDouble> values;
  private final transient Theme theme;

  HistogramRenderer(List<OptionalDouble> values, Theme theme) {
    this.values = values;
    this.theme = theme;
  }

  @Override
  void draw(Graphics2D g2, Slot slot, Vertical y, int item) {
    OptionalDouble value = values.get(item);
    if (value.isEmpty()) {
      return;
    }
    double now = value.getAsDouble();
    double before = item == 0 ? 0 : values.get(item - 1).orElse(0);
    boolean growing = Math.abs(now) >= Math.abs(before);
    g2.setPaint(theme.faded(now >= 0 ? theme.up : theme.down, growing ? STRONG : PALE));
    double zero = y.of(0);
    double end = y.of(now);
    g2.fill(
        new Rectangle2D.Double(
            slot.left(), Math.min(zero, end), slot.width(), Math.abs(end - zero)));
  }
}
