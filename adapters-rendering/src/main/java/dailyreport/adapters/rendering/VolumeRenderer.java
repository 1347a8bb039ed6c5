package dailyreport.adapters.rendering;

import dailyreport.domain.market.Bar;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Volume bars in the colour of their candle, paler. */
final class VolumeRenderer extends SlotRenderer {
  private static final double STRENGTH = 0.55;

  private final transient List<Bar> bars;
  private final transient Theme theme;

  VolumeRenderer(List<Bar> bars, Theme theme) {
    this.bars = bars;
    this.theme = theme;
  }

  @Override
  void draw(Graphics2D g2, Slot slot, Vertical y, int item) {
    Bar bar = bars.get(item);
    g2.setPaint(theme.faded(bar.close() >= bar.open() ? theme.up : theme.down, STRENGTH));
    double top = y.of((double) bar.volume());
    g2.fill(new Rectangle2D.Double(slot.left(), top, slot.width(), y.of(0) - top));
  }
}
