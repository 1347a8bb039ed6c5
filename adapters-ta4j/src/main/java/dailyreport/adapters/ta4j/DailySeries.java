package dailyreport.adapters.ta4j;

import dailyreport.domain.market.Bar;
import dailyreport.domain.market.PriceHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.NumFactory;

/** Our bars as a ta4j series of binary floats, index for index. */
final class DailySeries {
  private static final Duration DAY = Duration.ofDays(1);

  private DailySeries() {}

  static BarSeries of(PriceHistory prices) {
    NumFactory num = DoubleNumFactory.getInstance();
    BarSeries series = new BaseBarSeriesBuilder().withNumFactory(num).build();
    for (Bar bar : prices.bars()) {
      // ta4j only needs ascending instants; no indicator of ours reads the time of a bar.
      Instant end = bar.session().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      series.addBar(
          new BaseBar(
              DAY,
              end.minus(DAY),
              end,
              num.numOf(bar.open()),
              num.numOf(bar.high()),
              num.numOf(bar.low()),
              num.numOf(bar.close()),
              num.numOf(bar.volume()),
              num.zero(),
              0));
    }
    return series;
  }
}
