package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What {@link TechnicalAnalysis} promises: the definitions of report.md, section 5. Every expected
 * number is worked out by hand in the test that uses it.
 */
public interface TechnicalAnalysisContract {
  TechnicalAnalysis technicalAnalysis();

  @Test
  default void everySeriesStartsAtItsFirstIndexAndHasNoHoleAfterIt() {
    var firstIndex =
        Map.ofEntries(
            Map.entry(Indicator.SMA_20, 19),
            Map.entry(Indicator.SMA_50, 49),
            Map.entry(Indicator.SMA_200, 199),
            Map.entry(Indicator.RSI_14, 14),
            Map.entry(Indicator.MACD, 25),
            Map.entry(Indicator.MACD_SIGNAL, 33),
            Map.entry(Indicator.MACD_HISTOGRAM, 33),
            Map.entry(Indicator.BB_UPPER, 19),
            Map.entry(Indicator.BB_LOWER, 19),
            Map.entry(Indicator.ATR_PCT, 13),
            Map.entry(Indicator.VWAP_252, 251),
            Map.entry(Indicator.VWAP_GAP_PCT, 251),
            Map.entry(Indicator.VOLUME_RATIO, 19));
    Analysis analysis = analyse(Examples.history(Examples.DBS, 300, 50, 7));
    for (Indicator indicator : Indicator.values()) {
      List<OptionalDouble> values = analysis.of(indicator);
      assertThat(IntStream.range(0, 300).filter(i -> values.get(i).isPresent()))
          .as(indicator.name())
          .containsExactlyElementsOf(
              IntStream.range(firstIndex.get(indicator), 300).boxed().toList());
    }
  }

  @Test
  default void meansAndBandsOfTheFirstTwentyNumbers() {
    // Mean of 1..20 is 10.5, population variance (20^2 - 1) / 12 = 33.25.
    Analysis analysis = analyse(closes(50, i -> i + 1.0));
    assertAt(analysis, Indicator.SMA_20, 19, 10.5);
    assertAt(analysis, Indicator.BB_UPPER, 19, 10.5 + 2 * Math.sqrt(33.25));
    assertAt(analysis, Indicator.BB_LOWER, 19, 10.5 - 2 * Math.sqrt(33.25));
    assertAt(analysis, Indicator.SMA_20, 49, 40.5);
    assertAt(analysis, Indicator.SMA_50, 49, 25.5);
  }

  @Test
  default void longMeanOfTwoHundredNumbers() {
    assertAt(analyse(closes(201, i -> i + 1.0)), Indicator.SMA_200, 199, 100.5);
    assertAt(analyse(closes(201, i -> i + 1.0)), Indicator.SMA_200, 200, 101.5);
  }

  @Test
  default void relativeStrengthStartsFromMeansAndIsSmoothedByWilder() {
    // Changes +2, -1, +2, ...: the first 14 have a mean gain of 1 and a mean loss of 1/2, so 66.67.
    // The 15th is +2: gain 1 + (2 - 1)/14 = 15/14, loss 1/2 - (1/2)/14 = 6.5/14, so 100 * 15/21.5.
    Analysis analysis = analyse(closes(17, i -> 100 + i / 2 + (i % 2 == 0 ? 0 : 2)));
    assertAt(analysis, Indicator.RSI_14, 14, 200.0 / 3);
    assertAt(analysis, Indicator.RSI_14, 15, 1500 / 21.5);
    // The 16th is -1: gain 15/14 * 13/14, loss 6.5/14 + (1 - 6.5/14)/14 = (6.5 * 13 + 14)/196.
    assertAt(analysis, Indicator.RSI_14, 16, 100 * 195 / (195 + 98.5));
  }

  @Test
  default void relativeStrengthIsOneHundredWithoutALossAndAbsentWithoutAnyChange() {
    assertAt(analyse(closes(20, i -> i + 1.0)), Indicator.RSI_14, 19, 100);
    assertAt(analyse(closes(20, i -> 50.0 - i)), Indicator.RSI_14, 19, 0);
    assertThat(analyse(closes(300, i -> 12.34)).of(Indicator.RSI_14))
        .containsOnly(OptionalDouble.empty());
  }

  @Test
  default void macdOfAStraightLineIsTheDifferenceOfTheLags() {
    // An average of width n started from its mean lags a line of slope 1 by (n - 1) / 2 for ever:
    // 12.5 - 5.5 = 7. A jump by 351 moves EMA 12 by 351 * 2/13 = 54, EMA 26 by 351 * 2/27 = 26.
    Analysis analysis = analyse(closes(35, i -> i + 1 + (i == 34 ? 351.0 : 0)));
    for (int i = 25; i < 34; i++) {
      assertAt(analysis, Indicator.MACD, i, 7);
    }
    assertAt(analysis, Indicator.MACD_SIGNAL, 33, 7);
    assertAt(analysis, Indicator.MACD_HISTOGRAM, 33, 0);
    assertAt(analysis, Indicator.MACD, 34, 35);
    assertAt(analysis, Indicator.MACD_SIGNAL, 34, 7 + 0.2 * 28);
    assertAt(analysis, Indicator.MACD_HISTOGRAM, 34, 28 - 0.2 * 28);
  }

  @Test
  default void trueRangeLooksAtTheCloseBefore() {
    // 13 ranges of 2 and one of 4: mean 30/14. Then a gap from 100 down to 93..95: range 7.
    Analysis analysis =
        analyse(
            history(
                15,
                i ->
                    switch (i) {
                      case 13 -> new double[] {103, 99, 100};
                      case 14 -> new double[] {95, 93, 94};
                      default -> new double[] {101, 99, 100};
                    },
                i -> 1_000));
    assertAt(analysis, Indicator.ATR_PCT, 13, 100 * (30.0 / 14) / 100);
    assertAt(analysis, Indicator.ATR_PCT, 14, 100 * ((13 * 30.0 / 14 + 7) / 14) / 94);
  }

  @Test
  default void yearlyVwapWeighsTypicalPricesByVolume() {
    // 126 bars of typical price 10 and volume 100, 126 of 20 and 300: 7000 / 400 = 17.5 a share.
    PriceHistory prices =
        history(
            252,
            i -> i < 126 ? new double[] {12, 9, 9} : new double[] {22, 17, 21},
            i -> i < 126 ? 100 : 300);
    Analysis analysis = analyse(prices);
    assertAt(analysis, Indicator.VWAP_252, 251, 17.5);
    assertAt(analysis, Indicator.VWAP_GAP_PCT, 251, 20);
  }

  @Test
  default void volumeRatioCountsItsOwnBarInTheMean() {
    // 19 bars of 100 and one of 300: mean 110.
    PriceHistory prices = history(20, i -> new double[] {11, 9, 10}, i -> i == 19 ? 300 : 100);
    assertAt(analyse(prices), Indicator.VOLUME_RATIO, 19, 300.0 / 110);
  }

  @Test
  default void aBarWithoutVolumeHasNoRatioButCountsInTheMeansOfOthers() {
    PriceHistory prices = history(22, i -> new double[] {11, 9, 10}, i -> i == 20 ? 0 : 100);
    Analysis analysis = analyse(prices);
    assertThat(analysis.of(Indicator.VOLUME_RATIO).get(20)).isEmpty();
    assertAt(analysis, Indicator.VOLUME_RATIO, 21, 100.0 / 95);
  }

  @Test
  default void withoutAnyVolumeThereIsNeitherRatioNorVwap() {
    Analysis analysis = analyse(history(260, i -> new double[] {11, 9, 10 + i % 2}, i -> 0));
    for (Indicator indicator :
        List.of(Indicator.VOLUME_RATIO, Indicator.VWAP_252, Indicator.VWAP_GAP_PCT)) {
      assertThat(analysis.of(indicator)).as(indicator.name()).containsOnly(OptionalDouble.empty());
    }
    assertThat(analysis.of(Indicator.SMA_200).getLast()).isPresent();
  }

  @Test
  default void shortHistoriesHaveWhatTheyCanHave() {
    assertThat(analyse(Examples.history(Examples.DBS, 1, 50, 3)).readings()).isEmpty();
    assertThat(analyse(Examples.history(Examples.DBS, 12, 50, 3)).readings()).isEmpty();
    assertThat(analyse(Examples.history(Examples.DBS, 60, 50, 3)).readings())
        .extracting(reading -> reading.indicator())
        .containsExactly(
            Indicator.SMA_20,
            Indicator.SMA_50,
            Indicator.RSI_14,
            Indicator.MACD,
            Indicator.MACD_SIGNAL,
            Indicator.MACD_HISTOGRAM,
            Indicator.BB_UPPER,
            Indicator.BB_LOWER,
            Indicator.ATR_PCT,
            Indicator.VOLUME_RATIO);
  }

  @Test
  default void aHistoryWithoutBarsHasEmptySeries() {
    assertThat(analyse(closes(0, i -> 1.0)).series().values()).allMatch(List::isEmpty);
  }

  @Test
  default void laterBarsDoNotChangeEarlierValues() {
    PriceHistory all = Examples.history(Examples.DBS, 320, 50, 11);
    Analysis whole = analyse(all);
    Analysis part = analyse(all.upTo(all.bars().get(279).session()));
    for (Indicator indicator : Indicator.values()) {
      assertThat(whole.of(indicator).subList(0, 280))
          .as(indicator.name())
          .isEqualTo(part.of(indicator));
    }
  }

  private Analysis analyse(PriceHistory prices) {
    return technicalAnalysis().analyse(prices);
  }

  private static void assertAt(Analysis analysis, Indicator indicator, int index, double expected) {
    assertThat(analysis.of(indicator).get(index).orElseThrow())
        .as(indicator + " at " + index)
        .isCloseTo(expected, within(1e-9));
  }

  private static PriceHistory closes(int bars, IntToDoubleFunction close) {
    return history(
        bars,
        i -> new double[] {close.applyAsDouble(i), close.applyAsDouble(i), close.applyAsDouble(i)},
        i -> 1_000);
  }

  /** Bars on consecutive days; the figures of a bar are its high, low and close. */
  private static PriceHistory history(
      int bars, IntFunction<double[]> highLowClose, IntUnaryOperator volume) {
    var list = new ArrayList<Bar>();
    for (int i = 0; i < bars; i++) {
      double[] price = highLowClose.apply(i);
      list.add(
          new Bar(
              LocalDate.EPOCH.plusDays(i),
              price[2],
              price[0],
              price[1],
              price[2],
              price[2],
              volume.applyAsInt(i)));
    }
    return new PriceHistory(Examples.DBS.underlying(), "SGD", "sample", true, list, List.of());
  }
}
