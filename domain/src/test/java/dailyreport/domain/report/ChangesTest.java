package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Band;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Percentile;
import dailyreport.domain.market.Reading;
import dailyreport.domain.report.Changes.BandChange;
import dailyreport.domain.report.Changes.StanceChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Report PREVIOUS = Reported.of(Reported.drawn());

  private static Reading reading(Indicator indicator, double percentile, int n) {
    return new Reading(indicator, 1, new Percentile(percentile, n));
  }

  @Test
  void aCrossedBandIsAChange() {
    assertThat(
            Changes.between(
                PREVIOUS,
                List.of(
                    reading(Indicator.MACD, 80, 252),
                    reading(Indicator.RSI_14, 91, 252),
                    reading(Indicator.ATR_PCT, 95, 252)),
                Stance.BUY))
        .contains(
            new Changes(
                Drawn.SESSION,
                List.of(
                    new BandChange(Indicator.RSI_14, Band.HIGH, Band.VERY_HIGH),
                    new BandChange(Indicator.MACD, Band.UPPER_MIDDLE, Band.HIGH)),
                java.util.Optional.empty()));
  }

  @Test
  void aTurnedStanceIsAChange() {
    assertThat(PREVIOUS.facts().stance().stance()).isEqualTo(Stance.BUY);
    assertThat(Changes.between(PREVIOUS, List.of(), Stance.HOLD))
        .contains(
            new Changes(
                Drawn.SESSION,
                List.of(),
                java.util.Optional.of(new StanceChange(Stance.BUY, Stance.HOLD))));
  }

  @Test
  void theSameBandsAndStanceAreNoChange() {
    assertThat(Changes.between(PREVIOUS, PREVIOUS.readings(), Stance.BUY)).isEmpty();
  }

  @Test
  void aShortHistoryHasNoBandToCross() {
    // The gap of the previous report has 40 values, and so has the new RSI.
    assertThat(
            Changes.between(
                PREVIOUS,
                List.of(
                    reading(Indicator.VWAP_GAP_PCT, 10, 252), reading(Indicator.RSI_14, 10, 59)),
                Stance.BUY))
        .isEmpty();
  }

  @Test
  void anIndicatorThatIsNotPrintedDoesNotCount() {
    assertThat(PREVIOUS.reading(Indicator.SMA_20)).isPresent();
    assertThat(Changes.between(PREVIOUS, List.of(reading(Indicator.SMA_20, 10, 252)), Stance.BUY))
        .isEmpty();
  }
}
