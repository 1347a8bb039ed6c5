package dailyreport.adapters.rendering;

import dailyreport.domain.market.Bar;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Candles: wick from low to high, body from open to close. */
final class CandleRenderer extends SlotRenderer {
  private static final double LEAST_BODY = 1.2;
  private static final double WICK = 1;

  private final transient List<Bar> bars;
  private final transient Theme theme;

  CandleRenderer(List<Bar> bars, Theme theme) {
    this.bars = bars;
    this.theme = theme;
  }

  @Override
  void draw(Graphics2D g2, Slot slot, Vertical y, int item) {
    Bar bar = bars.get(item);
    g2.setPaint(bar.close() >= bar.open() ? theme.up : theme.down);
    double wick = Math.max(WICK, slot.pixel());
    double high = y.of(bar.high());
    g2.fill(new Rectangle2D.Double(slot.middle() - wick / 2, high, wick, y.of(bar.low()) - high));
    double top = y.of(Math.max(bar.open(), bar.close()));
    double height = y.of(Math.min(bar.open(), bar.close())) - top;
    double body = Math.max(LEAST_BODY, height);
    g2.fill(new Rectangle2D.Double(slot.left(), top - (body - height) / 2, slot.width(), body));
  }
}
