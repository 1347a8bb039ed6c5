package dailyreport.adapters.ta4j;

import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.GainIndicator;
import org.ta4j.core.indicators.helpers.LossIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;

/**
 * The indicators of the report (report.md, section 5) from ta4j's building blocks.
 *
 * <p>Two habits of ta4j are undone here: its windowed indicators return partial means before their
 * window is full, so every series is cut below its first index; its recursive ones start from a
 * single value, so {@link WilderAverage} and {@link SeededEma} stand in for them. Inside this class
 * NaN means "no value yet"; it leaves as an empty value.
 */
public final class Ta4jTechnicalAnalysis implements TechnicalAnalysis {
  private static final int RSI = 14;
  private static final int ATR = 14;
  private static final int BANDS = 20;
  private static final int VWAP = 252;
  private static final int VOLUME = 20;

  private Ta4jTechnicalAnalysis() {}

  /** The analysis; it holds nothing and may be shared by threads. */
  public static TechnicalAnalysis open() {
    return new Ta4jTechnicalAnalysis();
  }

  @Override
  public Analysis analyse(PriceHistory prices) {
    BarSeries bars = DailySeries.of(prices);
    var close = new ClosePriceIndicator(bars);
    var series = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    series.put(Indicator.SMA_20, mean(close, 20));
    series.put(Indicator.SMA_50, mean(close, 50));
    series.put(Indicator.SMA_200, mean(close, 200));
    series.put(Indicator.RSI_14, rsi(close));
    addMacd(series, close);
    addBands(series, close);
    series.put(Indicator.ATR_PCT, atrPct(close));
    addVwap(series, close);
    series.put(Indicator.VOLUME_RATIO, volumeRatio(bars));
    return new Analysis(prices, series);
  }

  private static List<OptionalDouble> mean(ClosePriceIndicator close, int width) {
    var mean = new SMAIndicator(close, width);
    return from(width - 1, close.getBarSeries(), i -> value(mean, i));
  }

  private static List<OptionalDouble> rsi(ClosePriceIndicator close) {
    // The first bar has no change; ta4j calls it a gain and a loss of 0.
    double[] up = WilderAverage.of(new GainIndicator(close), 1, RSI);
    double[] down = WilderAverage.of(new LossIndicator(close), 1, RSI);
    // No loss makes 100 out of the division by zero; neither gain nor loss makes NaN, hence absent.
    return from(RSI, close.getBarSeries(), i -> 100 - 100 / (1 + up[i] / down[i]));
  }

  private static void addMacd(
      Map<Indicator, List<OptionalDouble>> series, ClosePriceIndicator close) {
    BarSeries bars = close.getBarSeries();
    var closes = new double[bars.getBarCount()];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = value(close, i);
    }
    double[] fast = SeededEma.of(closes, 12);
    double[] slow = SeededEma.of(closes, 26);
    var macd = new double[closes.length];
    for (int i = 0; i < macd.length; i++) {
      macd[i] = fast[i] - slow[i];
    }
    double[] signal = SeededEma.of(macd, 9);
    series.put(Indicator.MACD, from(0, bars, i -> macd[i]));
    series.put(Indicator.MACD_SIGNAL, from(0, bars, i -> signal[i]));
    series.put(Indicator.MACD_HISTOGRAM, from(0, bars, i -> macd[i] - signal[i]));
  }

  private static void addBands(
      Map<Indicator, List<OptionalDouble>> series, ClosePriceIndicator close) {
    BarSeries bars = close.getBarSeries();
    var middle = new SMAIndicator(close, BANDS);
    var deviation = new StandardDeviationIndicator(close, BANDS);
    series.put(
        Indicator.BB_UPPER, from(BANDS - 1, bars, i -> value(middle, i) + 2 * value(deviation, i)));
    series.put(
        Indicator.BB_LOWER, from(BANDS - 1, bars, i -> value(middle, i) - 2 * value(deviation, i)));
  }

  private static List<OptionalDouble> atrPct(ClosePriceIndicator close) {
    BarSeries bars = close.getBarSeries();
    double[] range = WilderAverage.of(new TRIndicator(bars), 0, ATR);
    return from(ATR - 1, bars, i -> 100 * range[i] / value(close, i));
  }

  private static void addVwap(
      Map<Indicator, List<OptionalDouble>> series, ClosePriceIndicator close) {
    BarSeries bars = close.getBarSeries();
    var vwap = new VWAPIndicator(bars, VWAP);
    series.put(Indicator.VWAP_252, from(VWAP - 1, bars, i -> value(vwap, i)));
    series.put(
        Indicator.VWAP_GAP_PCT,
        from(VWAP - 1, bars, i -> 100 * (value(close, i) - value(vwap, i)) / value(vwap, i)));
  }

  private static List<OptionalDouble> volumeRatio(BarSeries bars) {
    var volume = new VolumeIndicator(bars);
    var mean = new SMAIndicator(volume, VOLUME);
    return from(
        VOLUME - 1,
        bars,
        i -> value(volume, i) == 0 ? Double.NaN : value(volume, i) / value(mean, i));
  }

  private static double value(org.ta4j.core.Indicator<Num> indicator, int index) {
    return indicator.getValue(index).doubleValue();
  }

  /** One value a bar: absent below {@code first} and where the arithmetic has no finite result. */
  private static List<OptionalDouble> from(int first, BarSeries bars, IntToDoubleFunction value) {
    var values = new ArrayList<OptionalDouble>(bars.getBarCount());
    for (int i = 0; i < bars.getBarCount(); i++) {
      double figure = i < first ? Double.NaN : value.applyAsDouble(i);
      values.add(Double.isFinite(figure) ? OptionalDouble.of(figure) : OptionalDouble.empty());
    }
    return values;
  }
}
