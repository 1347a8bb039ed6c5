package dailyreport.contract;

import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The indicators written straight from their definitions, slow and without a library: a stand-in
 * for the port and a second opinion on the adapter.
 */
public final class DirectTechnicalAnalysis implements TechnicalAnalysis {

  @Override
  public Analysis analyse(PriceHistory prices) {
    List<Bar> bars = prices.bars();
    double[] closes = bars.stream().mapToDouble(Bar::close).toArray();
    double[] volumes = bars.stream().mapToDouble(Bar::volume).toArray();
    List<OptionalDouble> macd =
        each(bars, i -> minus(ema(closes, 0, 12, i), ema(closes, 0, 26, i)));
    double[] macdFrom25 =
        macd.stream().skip(25).mapToDouble(value -> value.orElse(Double.NaN)).toArray();
    List<OptionalDouble> signal = each(bars, i -> ema(macdFrom25, 0, 9, i - 25));
    List<OptionalDouble> vwap = each(bars, i -> vwap(bars, i));

    var series = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    series.put(Indicator.SMA_20, each(bars, i -> mean(closes, 20, i)));
    series.put(Indicator.SMA_50, each(bars, i -> mean(closes, 50, i)));
    series.put(Indicator.SMA_200, each(bars, i -> mean(closes, 200, i)));
    series.put(Indicator.RSI_14, each(bars, i -> rsi(closes, i)));
    series.put(Indicator.MACD, macd);
    series.put(Indicator.MACD_SIGNAL, signal);
    series.put(Indicator.MACD_HISTOGRAM, each(bars, i -> minus(macd.get(i), signal.get(i))));
    series.put(Indicator.BB_UPPER, each(bars, i -> band(closes, i, 2)));
    series.put(Indicator.BB_LOWER, each(bars, i -> band(closes, i, -2)));
    series.put(Indicator.ATR_PCT, each(bars, i -> atrPct(bars, i)));
    series.put(Indicator.VWAP_252, vwap);
    series.put(Indicator.VWAP_GAP_PCT, each(bars, i -> gapPct(closes[i], vwap.get(i))));
    series.put(Indicator.VOLUME_RATIO, each(bars, i -> volumeRatio(volumes, i)));
    return new Analysis(prices, series);
  }

  private static List<OptionalDouble> each(List<Bar> bars, IntFunction<OptionalDouble> at) {
    return IntStream.range(0, bars.size()).mapToObj(at).toList();
  }

  private static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent()
        ? OptionalDouble.of(a.getAsDouble() - b.getAsDouble())
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(double[] values, int width, int i) {
    return i < width - 1
        ? OptionalDouble.empty()
        : Arrays.stream(values, i - width + 1, i + 1).average();
  }

  /** Average at {@code i} of values that begin at {@code first}; weight 2 / (width + 1). */
  private static OptionalDouble ema(double[] values, int first, int width, int i) {
    return recursive(values, first, width, 2.0 / (width + 1), i);
  }

  private static OptionalDouble wilder(double[] values, int first, int width, int i) {
    return recursive(values, first, width, 1.0 / width, i);
  }

  private static OptionalDouble recursive(
      double[] values, int first, int width, double weight, int i) {
    int seed = first + width - 1;
    if (i < seed) {
      return OptionalDouble.empty();
    }
    double average = Arrays.stream(values, first, seed + 1).average().orElseThrow();
    for (int k = seed + 1; k <= i; k++) {
      average = (1 - weight) * average + weight * values[k];
    }
    return OptionalDouble.of(average);
  }

  private static OptionalDouble rsi(double[] closes, int i) {
    var up = new double[i + 1];
    var down = new double[i + 1];
    for (int k = 1; k <= i; k++) {
      up[k] = Math.max(closes[k] - closes[k - 1], 0);
      down[k] = Math.max(closes[k - 1] - closes[k], 0);
    }
    OptionalDouble ups = wilder(up, 1, 14, i);
    OptionalDouble downs = wilder(down, 1, 14, i);
    if (ups.isEmpty() || (ups.getAsDouble() == 0 && downs.getAsDouble() == 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(100 * ups.getAsDouble() / (ups.getAsDouble() + downs.getAsDouble()));
  }

  private static OptionalDouble band(double[] closes, int i, int deviations) {
    OptionalDouble middle = mean(closes, 20, i);
    if (middle.isEmpty()) {
      return middle;
    }
    double variance =
        Arrays.stream(closes, i - 19, i + 1)
            .map(close -> Math.pow(close - middle.getAsDouble(), 2))
            .average()
            .orElseThrow();
    return OptionalDouble.of(middle.getAsDouble() + deviations * Math.sqrt(variance));
  }

  private static OptionalDouble atrPct(List<Bar> bars, int i) {
    var ranges = new double[i + 1];
    for (int k = 0; k <= i; k++) {
      Bar bar = bars.get(k);
      double before = k == 0 ? bar.close() : bars.get(k - 1).close();
      ranges[k] =
          k == 0
              ? bar.high() - bar.low()
              : Math.max(bar.high(), before) - Math.min(bar.low(), before);
    }
    OptionalDouble range = wilder(ranges, 0, 14, i);
    return range.isEmpty()
        ? range
        : OptionalDouble.of(100 * range.getAsDouble() / bars.get(i).close());
  }

  private static OptionalDouble vwap(List<Bar> bars, int i) {
    if (i < 251) {
      return OptionalDouble.empty();
    }
    double paid = 0;
    double shares = 0;
    for (Bar bar : bars.subList(i - 251, i + 1)) {
      paid += (bar.high() + bar.low() + bar.close()) / 3 * bar.volume();
      shares += bar.volume();
    }
    return shares == 0 ? OptionalDouble.empty() : OptionalDouble.of(paid / shares);
  }

  private static OptionalDouble gapPct(double close, OptionalDouble vwap) {
    return vwap.isEmpty()
        ? vwap
        : OptionalDouble.of(100 * (close - vwap.getAsDouble()) / vwap.getAsDouble());
  }

  private static OptionalDouble volumeRatio(double[] volumes, int i) {
    OptionalDouble mean = mean(volumes, 20, i);
    return mean.isEmpty() || volumes[i] == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(volumes[i] / mean.getAsDouble());
  }
}
