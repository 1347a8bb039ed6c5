package dailyreport.adapters.rendering;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Indicators for sample pictures, by the definitions of the design; the product has its own. */
final class Studies {
  private final List<Bar> bars;
  private final double[] close;
  private final Map<Indicator, List<OptionalDouble>> series = new EnumMap<>(Indicator.class);

  private Studies(List<Bar> bars) {
    this.bars = bars;
    this.close = bars.stream().mapToDouble(Bar::close).toArray();
  }

  static Analysis of(PriceHistory prices) {
    var studies = new Studies(prices.bars());
    studies.averages();
    studies.rsi();
    studies.macd();
    studies.ranges();
    studies.volumes();
    return new Analysis(prices, studies.series);
  }

  private void put(Indicator indicator, int first, IntToDoubleFunction value) {
    series.put(
        indicator,
        IntStream.range(0, close.length)
            .mapToObj(i -> {
              double at = i < first ? Double.NaN : value.applyAsDouble(i);
              return Double.isFinite(at) ? OptionalDouble.of(at) : OptionalDouble.empty();
            })
            .toList());
  }

  private double mean(double[] values, int last, int width) {
    return Arrays.stream(values, last - width + 1, last + 1).average().orElseThrow();
  }

  private double deviation(int last) {
    double mean = mean(close, last, 20);
    return Math.sqrt(
        Arrays.stream(close, last - 19, last + 1)
            .map(c -> (c - mean) * (c - mean))
            .average()
            .orElseThrow());
  }

  private void averages() {
    put(Indicator.SMA_20, 19, i -> mean(close, i, 20));
    put(Indicator.SMA_50, 49, i -> mean(close, i, 50));
    put(Indicator.SMA_200, 199, i -> mean(close, i, 200));
    put(Indicator.BB_UPPER, 19, i -> mean(close, i, 20) + 2 * deviation(i));
    put(Indicator.BB_LOWER, 19, i -> mean(close, i, 20) - 2 * deviation(i));
  }

  private static double[] wilder(double[] values, int from) {
    double[] smooth = new double[values.length];
    for (int i = from; i < values.length; i++) {
      smooth[i] =
          i < from + 14
              ? smooth[Math.max(0, i - 1)] + values[i] / 14
              : smooth[i - 1] + (values[i] - smooth[i - 1]) / 14;
    }
    return smooth;
  }

  private void rsi() {
    double[] up = new double[close.length];
    double[] down = new double[close.length];
    for (int i = 1; i < close.length; i++) {
      up[i] = Math.max(0, close[i] - close[i - 1]);
      down[i] = Math.max(0, close[i - 1] - close[i]);
    }
    double[] ups = wilder(up, 1);
    double[] downs = wilder(down, 1);
    put(Indicator.RSI_14, 14, i -> 100 * ups[i] / (ups[i] + downs[i]));
  }

  private static double[] ema(double[] values, int width, int from) {
    double[] smooth = new double[values.length];
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i];
      smooth[i] =
          i < from + width
              ? sum / width
              : smooth[i - 1] + 2.0 / (width + 1) * (values[i] - smooth[i - 1]);
    }
    return smooth;
  }

  private void macd() {
    double[] fast = ema(close, 12, 0);
    double[] slow = ema(close, 26, 0);
    double[] macd = new double[close.length];
    Arrays.setAll(macd, i -> fast[i] - slow[i]);
    double[] signal = ema(macd, 9, 25);
    put(Indicator.MACD, 25, i -> macd[i]);
    put(Indicator.MACD_SIGNAL, 33, i -> signal[i]);
    put(Indicator.MACD_HISTOGRAM, 33, i -> macd[i] - signal[i]);
  }

  private void ranges() {
    double[] range = new double[close.length];
    for (int i = 0; i < close.length; i++) {
      double before = close[Math.max(0, i - 1)];
      range[i] = Math.max(bars.get(i).high(), before) - Math.min(bars.get(i).low(), before);
    }
    double[] smooth = wilder(range, 0);
    put(Indicator.ATR_PCT, 13, i -> 100 * smooth[i] / close[i]);
  }

  private void volumes() {
    double[] volume = bars.stream().mapToDouble(Bar::volume).toArray();
    double[] paid = new double[close.length];
    Arrays.setAll(
        paid, i -> volume[i] * (bars.get(i).high() + bars.get(i).low() + bars.get(i).close()) / 3);
    put(Indicator.VWAP_252, 251, i -> mean(paid, i, 252) / mean(volume, i, 252));
    put(
        Indicator.VWAP_GAP_PCT,
        251,
        i -> 100 * (close[i] / (mean(paid, i, 252) / mean(volume, i, 252)) - 1));
    put(
        Indicator.VOLUME_RATIO,
        19,
        i -> volume[i] == 0 ? Double.NaN : volume[i] / mean(volume, i, 20));
  }
}
