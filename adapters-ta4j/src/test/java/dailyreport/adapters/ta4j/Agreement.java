package dailyreport.adapters.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.util.List;
import java.util.OptionalDouble;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;

/** Compares two computations of the same indicators. */
final class Agreement {
  private Agreement() {}

  /** Both have the same values at the same bars, to 1e-9 of the close or of the figure. */
  static void assertSame(
      String name, TechnicalAnalysis one, TechnicalAnalysis other, PriceHistory prices) {
    Analysis mine = one.analyse(prices);
    Analysis theirs = other.analyse(prices);
    for (Indicator indicator : Indicator.values()) {
      List<OptionalDouble> values = mine.of(indicator);
      for (int i = 0; i < values.size(); i++) {
        OptionalDouble expected = theirs.of(indicator).get(i);
        assertThat(values.get(i).isPresent())
            .as("%s: %s at %d present", name, indicator, i)
            .isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
          double scale = Math.max(1, prices.bars().get(i).close());
          assertThat(values.get(i).getAsDouble())
              .as("%s: %s at %d", name, indicator, i)
              .isCloseTo(expected.getAsDouble(), within(1e-9 * scale));
        }
      }
    }
  }

  /** Ours and ta4j's own indicators agree at the last bar, to 1e-6 of the close (RSI: 1e-6). */
  static void assertOracle(String name, TechnicalAnalysis ours, PriceHistory prices) {
    int last = prices.bars().size() - 1;
    assertThat(last).as(name + ": bars").isGreaterThanOrEqualTo(399);
    Analysis analysis = ours.analyse(prices);
    double price = prices.bars().getLast().close();
    BarSeries bars = DailySeries.of(prices);
    var close = new ClosePriceIndicator(bars);
    var macd = new MACDIndicator(close);
    var middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
    var deviation = new StandardDeviationIndicator(close, 20);
    double slack = 1e-6 * price;
    check(name, analysis, Indicator.SMA_20, at(new SMAIndicator(close, 20), last), slack);
    check(name, analysis, Indicator.SMA_50, at(new SMAIndicator(close, 50), last), slack);
    check(name, analysis, Indicator.SMA_200, at(new SMAIndicator(close, 200), last), slack);
    check(name, analysis, Indicator.RSI_14, ta4jRsi(prices, last), 1e-6);
    check(name, analysis, Indicator.MACD, at(macd, last), slack);
    check(name, analysis, Indicator.MACD_SIGNAL, at(macd.getSignalLine(9), last), slack);
    check(name, analysis, Indicator.MACD_HISTOGRAM, at(macd.getHistogram(9), last), slack);
    check(
        name,
        analysis,
        Indicator.BB_UPPER,
        at(new BollingerBandsUpperIndicator(middle, deviation), last),
        slack);
    check(
        name,
        analysis,
        Indicator.BB_LOWER,
        at(new BollingerBandsLowerIndicator(middle, deviation), last),
        slack);
    check(
        name,
        analysis,
        Indicator.ATR_PCT,
        100 * at(new ATRIndicator(bars, 14), last) / price,
        100e-6);
    check(name, analysis, Indicator.VWAP_252, at(new VWAPIndicator(bars, 252), last), slack);
  }

  static double ta4jRsi(PriceHistory prices, int index) {
    return at(new RSIIndicator(new ClosePriceIndicator(DailySeries.of(prices)), 14), index);
  }

  private static double at(org.ta4j.core.Indicator<Num> indicator, int index) {
    return indicator.getValue(index).doubleValue();
  }

  private static void check(
      String name, Analysis analysis, Indicator indicator, double theirs, double slack) {
    assertThat(analysis.of(indicator).getLast().orElseThrow())
        .as(name + ": " + indicator)
        .isCloseTo(theirs, within(slack));
  }
}
