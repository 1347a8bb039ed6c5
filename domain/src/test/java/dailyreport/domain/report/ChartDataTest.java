package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartDataTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

  /** Prices as Yahoo sends them: a float, widened to a double. */
  @ParameterizedTest
  @CsvSource({
    "43.779998779296875, 43.78",
    "4.420000076293945, 4.42",
    "30150.0, 30150",
    "1234567.25, 1234567",
    "0.004999999888241291, 0.005"
  })
  void drawnPriceIsTheQuoteThatTheFloatStandsFor(double widened, double quote) {
    Bar drawn = ChartData.of(analysis(200, widened)).bars().getFirst();

    assertThat(List.of(drawn.open(), drawn.high(), drawn.low(), drawn.close(), drawn.tradedClose()))
        .containsOnly(quote);
    assertThat(drawn.volume()).isEqualTo(123_456_789_012L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {43.779998779296875, 750_123.4375, 1_234_567.25, 0.000_123_456_789})
  void whatIsPrintedFromTheChartIsWhatIsPrintedFromAllBars(double close) {
    Analysis analysis = analysis(200, close);
    ChartData chart = ChartData.of(analysis);
    List<Bar> all = analysis.prices().bars();

    assertThat(ClosingPrice.of(chart.bars(), "SGD")).isEqualTo(ClosingPrice.of(all, "SGD"));
    assertThat(chart.bars().subList(128, 130)).isEqualTo(all.subList(198, 200));
    assertThat(chart.of(Indicator.MACD).subList(128, 130))
        .isEqualTo(analysis.of(Indicator.MACD).subList(198, 200));
  }

  @Test
  void linesAmongThePricesKeepSevenDigitsAndLinesOfOtherPanesFive() {
    ChartData chart = ChartData.of(analysis(200, 48.89046067083362));

    assertThat(chart.of(Indicator.SMA_20).get(127)).hasValue(48.89046);
    assertThat(chart.of(Indicator.BB_LOWER).get(127)).hasValue(48.89046);
    assertThat(chart.of(Indicator.RSI_14).get(127)).hasValue(48.890);
    assertThat(chart.of(Indicator.VOLUME_RATIO).get(127)).hasValue(48.890);
  }

  @Test
  void onlyTheLastSessionsOfDrawnIndicatorsAreKept() {
    ChartData chart = ChartData.of(analysis(200, 50));

    assertThat(chart.bars()).hasSize(ChartData.SESSIONS);
    assertThat(chart.bars().getFirst().session()).isEqualTo(FIRST.plusDays(70));
    assertThat(chart.series()).hasSize(10);
    assertThat(chart.series().values())
        .allSatisfy(values -> assertThat(values).hasSize(ChartData.SESSIONS));
    assertThat(chart.of(Indicator.VWAP_252)).isEmpty();
  }

  @Test
  void oneBarMakesAChartAndAnAbsentValueStaysAbsent() {
    ChartData chart = ChartData.of(new Drawn().bars(1).closes(50, 50.123456789).analysis());

    assertThat(chart.bars()).singleElement().returns(50.123456789, Bar::close);
    assertThat(ChartData.of(new Drawn().bars(9).analysis()).of(Indicator.SMA_200))
        .hasSize(9)
        .containsOnly(OptionalDouble.empty());
  }

  /** Rounding is monotone, so no candle's body leaves its wick. */
  @Test
  void roundedBarIsStillABar() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed * 0x9E3779B97F4A7C15L);
      double low = Math.exp(20 * random.nextDouble() - 6);
      double high = low * (1 + 1e-6 * random.nextDouble());
      double close = low + (high - low) * random.nextDouble();
      var bar = new Bar(FIRST, close, high, low, close, close, 1);

      Bar drawn = ChartData.of(analysis(3, bar)).bars().getFirst();

      assertThat(drawn.close()).as("seed %d", seed).isBetween(drawn.low(), drawn.high());
      assertThat(drawn.close()).as("seed %d", seed).isCloseTo(close, within(5e-7 * close));
    }
  }

  @Test
  void indicatorThatIsDrawnMayNotBeMissing() {
    ChartData chart = ChartData.of(analysis(3, 50));
    var series = new EnumMap<>(chart.series());
    series.remove(Indicator.SMA_50);

    assertThatThrownBy(() -> new ChartData(chart.bars(), series))
        .hasMessage("SMA_50 needs one value a bar");
  }

  /** Records made before the undrawn ones were left out hold all of them. */
  @Test
  void indicatorThatIsNotDrawnMayBeThereButNotInPart() {
    ChartData chart = ChartData.of(analysis(3, 50));
    var series = new EnumMap<>(chart.series());
    series.put(Indicator.ATR_PCT, Collections.nCopies(3, OptionalDouble.of(1.798075244)));

    assertThat(new ChartData(chart.bars(), series).series()).isEqualTo(series);
    series.put(Indicator.ATR_PCT, List.of(OptionalDouble.of(1)));
    assertThatThrownBy(() -> new ChartData(chart.bars(), series))
        .hasMessage("ATR_PCT needs one value a bar");
  }

  @Test
  void chartWithoutBarsIsRefused() {
    assertThatThrownBy(() -> new ChartData(List.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Analysis analysis(int bars, double price) {
    return analysis(bars, new Bar(FIRST, price, price, price, price, price, 123_456_789_012L));
  }

  /** The same bar every day, its close also as the value of every indicator. */
  private static Analysis analysis(int count, Bar like) {
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < count; i++) {
      bars.add(
          new Bar(
              FIRST.plusDays(i),
              like.open(),
              like.high(),
              like.low(),
              like.close(),
              like.tradedClose(),
              like.volume()));
    }
    var series = new EnumMap<Indicator, List<OptionalDouble>>(Indicator.class);
    for (Indicator indicator : Indicator.values()) {
      series.put(indicator, Collections.nCopies(count, OptionalDouble.of(like.close())));
    }
    return new Analysis(new PriceHistory(Drawn.DBS, "SGD", "yahoo", true, bars, List.of()), series);
  }
}
