package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What the chart draws: the last sessions and their indicators, computed over all bars before.
 *
 * @param bars ascending, at least one, at most {@value #SESSIONS}
 * @param series one value a bar, oldest first, for every indicator that is drawn; records of
 *     earlier versions hold the others too
 */
public record ChartData(List<Bar> bars, Map<Indicator, List<OptionalDouble>> series) {
  /** Sessions drawn. */
  public static final int SESSIONS = 130;

  /**
   * Newest sessions that stay exact: the close, its change and the legends are printed from them.
   * All others are only drawn.
   */
  static final int PRINTED = 2;

  /** Of prices and lines among them: the digits of a float, as which Yahoo keeps its prices. */
  private static final MathContext PRICE = new MathContext(7, RoundingMode.HALF_UP);

  /** Of lines in panes of their own, where the fifth digit is less than a hundredth of a pixel. */
  private static final MathContext FIGURE = new MathContext(5, RoundingMode.HALF_UP);

  public ChartData {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("a chart needs at least one bar");
    }
    var copy = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      if (precision(indicator).isPresent() || series.containsKey(indicator)) {
        List<OptionalDouble> values = series.get(indicator);
        if (values == null || values.size() != bars.size()) {
          throw new IllegalArgumentException(indicator + " needs one value a bar");
        }
        copy.put(indicator, List.copyOf(values));
      }
    }
    series = Collections.unmodifiableMap(copy);
  }

  /**
   * The last {@value #SESSIONS} sessions of an analysis, rounded where figures are not printed but
   * drawn. It happens here, before anything is drawn, so that the chart of a stored report is the
   * chart that was sent.
   */
  public static ChartData of(Analysis analysis) {
    List<Bar> all = analysis.prices().bars();
    int from = Math.max(0, all.size() - SESSIONS);
    int exact = Math.max(0, all.size() - PRINTED);
    List<Bar> bars =
        IntStream.range(from, all.size())
            .mapToObj(i -> i < exact ? rounded(all.get(i)) : all.get(i))
            .toList();
    var series = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      List<OptionalDouble> values = analysis.of(indicator);
      precision(indicator)
          .ifPresent(digits ->
              series.put(
                  indicator,
                  IntStream.range(from, all.size())
                      .mapToObj(i -> i < exact ? rounded(values.get(i), digits) : values.get(i))
                      .toList()));
    }
    return new ChartData(bars, series);
  }

  /** The indicator's values, oldest first; none for an indicator that is not drawn. */
  public List<OptionalDouble> of(Indicator indicator) {
    return series.getOrDefault(indicator, List.of());
  }

  /** To how many digits an indicator is drawn; empty for one that is not. */
  private static Optional<MathContext> precision(Indicator indicator) {
    return switch (indicator) {
      case SMA_20, SMA_50, SMA_200, BB_UPPER, BB_LOWER -> Optional.of(PRICE);
      case RSI_14, MACD, MACD_SIGNAL, MACD_HISTOGRAM, VOLUME_RATIO -> Optional.of(FIGURE);
      case ATR_PCT, VWAP_252, VWAP_GAP_PCT -> Optional.empty();
    };
  }

  private static Bar rounded(Bar bar) {
    return new Bar(
        bar.session(),
        rounded(bar.open(), PRICE),
        rounded(bar.high(), PRICE),
        rounded(bar.low(), PRICE),
        rounded(bar.close(), PRICE),
        rounded(bar.tradedClose(), PRICE),
        bar.volume());
  }

  private static OptionalDouble rounded(OptionalDouble value, MathContext digits) {
    return value.isPresent() ? OptionalDouble.of(rounded(value.getAsDouble(), digits)) : value;
  }

  private static double rounded(double value, MathContext digits) {
    return BigDecimal.valueOf(value).round(digits).doubleValue();
  }
}
