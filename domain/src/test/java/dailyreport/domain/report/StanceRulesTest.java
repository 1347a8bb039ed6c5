package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Indicator;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of report.md section 6, then every guard and border. */
class StanceRulesTest {
  private static final LocalDate SESSION = Drawn.SESSION;

  /** C over SMA 20 over SMA 50, C over SMA 200, MACD 0.65 over 0.60, RSI 66.35: score +6. */
  private static Drawn rising() {
    return new Drawn()
        .closes(54.43, 53.15)
        .with(Indicator.SMA_20, 52.0)
        .with(Indicator.SMA_50, 51.0)
        .with(Indicator.SMA_200, 45.0)
        .with(Indicator.MACD, 0.65)
        .with(Indicator.MACD_SIGNAL, 0.60)
        .with(Indicator.RSI_14, 66.35)
        .with(Indicator.VWAP_GAP_PCT, 19.51)
        .with(Indicator.VOLUME_RATIO, 0.57);
  }

  private static Drawn falling() {
    return new Drawn()
        .closes(50, 48.95)
        .with(Indicator.SMA_20, 50.0)
        .with(Indicator.SMA_50, 51.0)
        .with(Indicator.SMA_200, 55.0)
        .with(Indicator.MACD, -1.2)
        .with(Indicator.MACD_SIGNAL, -0.8)
        .with(Indicator.RSI_14, 41.0)
        .with(Indicator.VWAP_GAP_PCT, -6.2)
        .with(Indicator.VOLUME_RATIO, 1.8);
  }

  private static StanceRules.Result judge(Drawn drawn) {
    return StanceRules.judge(drawn.analysis(), SESSION);
  }

  private static List<Integer> points(StanceRules.Result result) {
    return result.votes().stream().map(Vote::points).toList();
  }

  @Test
  void risingPricesWithoutOverheatingAreABuy() {
    StanceRules.Result result = judge(rising());

    assertThat(points(result)).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
    assertThat(result.score()).isEqualTo(6);
    assertThat(result.stance()).isEqualTo(Stance.BUY);
    assertThat(result.guard()).isEmpty();
  }

  @Test
  void aBuyOfAnOverboughtShareIsHeldBack() {
    StanceRules.Result result = judge(rising().with(Indicator.RSI_14, 72.0));

    assertThat(result.score()).isEqualTo(4);
    assertThat(result.stance()).isEqualTo(Stance.HOLD);
    assertThat(result.guard()).contains(Guard.OVERBOUGHT);
  }

  @Test
  void everythingReversedIsASell() {
    StanceRules.Result result = judge(falling());

    assertThat(points(result)).containsExactly(-1, -1, -1, -1, -1, -1, -1, -1);
    assertThat(result.score()).isEqualTo(-8);
    assertThat(result.stance()).isEqualTo(Stance.SELL);
  }

  @Test
  void mixedSignalsAreAHoldWithoutAGuard() {
    StanceRules.Result result =
        judge(
            new Drawn()
                .closes(50, 50.5)
                .with(Indicator.SMA_20, 50.0)
                .with(Indicator.SMA_50, 51.0)
                .with(Indicator.SMA_200, 45.0)
                .with(Indicator.MACD, -0.1)
                .with(Indicator.MACD_SIGNAL, -0.2)
                .with(Indicator.RSI_14, 52.0)
                .with(Indicator.VWAP_GAP_PCT, 3.0)
                .with(Indicator.VOLUME_RATIO, 0.9));

    assertThat(points(result)).containsExactly(1, -1, 1, 1, -1, 1, 1, 0);
    assertThat(result.score()).isEqualTo(3);
    assertThat(result.stance()).isEqualTo(Stance.HOLD);
    assertThat(result.guard()).isEmpty();
  }

  @Test
  void anAbsentLongAverageAndVwapOnlyLoseTheirVotes() {
    StanceRules.Result result =
        judge(
            rising()
                .closes(52.6, 53.15)
                .without(Indicator.SMA_200, Indicator.VWAP_GAP_PCT)
                .with(Indicator.RSI_14, 55.0)
                .with(Indicator.VOLUME_RATIO, 1.5));

    assertThat(points(result)).containsExactly(1, 1, 0, 1, 1, 1, 0, 1);
    assertThat(result.score()).isEqualTo(6);
    assertThat(result.stance()).isEqualTo(Stance.BUY);
  }

  @ParameterizedTest
  @CsvSource({"SMA_20", "SMA_50", "RSI_14", "MACD_SIGNAL"})
  void aBuyWithoutAnIndicatorTheRulesNeedIsHeldBack(Indicator absent) {
    StanceRules.Result result =
        judge(
            rising()
                .closes(52.6, 53.15)
                .with(Indicator.VWAP_GAP_PCT, 10.0)
                .with(Indicator.VOLUME_RATIO, 1.5)
                .without(absent));

    assertThat(result.score()).isGreaterThanOrEqualTo(4);
    assertThat(result.stance()).isEqualTo(Stance.HOLD);
    assertThat(result.guard()).contains(Guard.SHORT_HISTORY);
  }

  @Test
  void aSellOfAnOversoldShareIsHeldBack() {
    StanceRules.Result result = judge(falling().with(Indicator.RSI_14, 30.0));

    assertThat(result.score()).isEqualTo(-6);
    assertThat(result.guard()).contains(Guard.OVERSOLD);
  }

  @Test
  void aBarTenDaysOldIsNotActedOnButOneOfNineDaysIs() {
    assertThat(judge(rising().endingOn(SESSION.minusDays(11))).guard()).contains(Guard.OLD_BAR);
    assertThat(StanceRules.judge(rising().analysis(), SESSION.plusDays(10)).guard())
        .contains(Guard.OLD_BAR);
    assertThat(StanceRules.judge(rising().analysis(), SESSION.plusDays(9)).stance())
        .isEqualTo(Stance.BUY);
  }

  @Test
  void aSuspectPriceIsNotActedOn() {
    StanceRules.Result result = judge(rising().closes(30, 53.15));

    assertThat(result.stance()).isEqualTo(Stance.HOLD);
    assertThat(result.guard()).contains(Guard.SUSPECT);
  }

  /** From +6 and -8 downwards, by taking away what votes. */
  @ParameterizedTest(name = "{3}: {4}")
  @CsvSource({
    "true, 0.70, SMA_200, 3, HOLD",
    "true, 0.70, VOLUME_RATIO, 4, BUY",
    "true, 0.60, SMA_200, 5, BUY",
    "false, -1.3, SMA_200, -3, HOLD",
    "false, -1.3, VOLUME_RATIO, -4, SELL",
    "false, -0.8, SMA_200, -5, SELL"
  })
  void fourPointsAreDecisiveEitherWay(
      boolean up, double signal, Indicator absent, int score, Stance stance) {
    Drawn drawn = up ? rising() : falling().with(Indicator.VWAP_GAP_PCT, -20.0);
    StanceRules.Result result =
        judge(
            drawn
                .with(Indicator.MACD_SIGNAL, signal)
                .with(Indicator.VOLUME_RATIO, 0.9)
                .without(absent));

    assertThat(result.score()).isEqualTo(score);
    assertThat(result.stance()).isEqualTo(stance);
    assertThat(result.guard()).isEmpty();
  }

  /** Each pair that can hold at once; the one named first in report.md, section 6, decides. */
  @ParameterizedTest(name = "{0} before {1}")
  @CsvSource({
    "SHORT_HISTORY, OVERBOUGHT",
    "SHORT_HISTORY, OVERSOLD",
    "SHORT_HISTORY, OLD_BAR",
    "SHORT_HISTORY, SUSPECT",
    "OVERBOUGHT, OLD_BAR",
    "OVERBOUGHT, SUSPECT",
    "OVERSOLD, OLD_BAR",
    "OVERSOLD, SUSPECT",
    "OLD_BAR, SUSPECT"
  })
  void theEarlierOfTwoGuardsIsReported(Guard first, Guard second) {
    var guards = EnumSet.of(first, second);
    boolean sell = guards.contains(Guard.OVERSOLD);
    Drawn drawn = sell ? falling() : rising().with(Indicator.VWAP_GAP_PCT, 10.0);
    if (guards.contains(Guard.OVERBOUGHT)) {
      drawn.with(Indicator.RSI_14, 72.0);
    }
    if (sell) {
      drawn.with(Indicator.RSI_14, 20.0);
    }
    if (guards.contains(Guard.SUSPECT)) {
      drawn.closes(sell ? 150 : 30, sell ? 48.95 : 53.15);
    }
    if (guards.contains(Guard.SHORT_HISTORY)) {
      drawn.without(Indicator.MACD_SIGNAL);
    }
    LocalDate session = guards.contains(Guard.OLD_BAR) ? SESSION.plusDays(10) : SESSION;

    StanceRules.Result result = StanceRules.judge(drawn.analysis(), session);

    assertThat(Math.abs(result.score())).isGreaterThanOrEqualTo(4);
    assertThat(result.guard()).contains(first);
  }

  @Test
  void theFirstGuardInOrderIsReported() {
    assertThat(
            StanceRules.judge(
                    rising().closes(30, 53.15).with(Indicator.RSI_14, 72.0).analysis(),
                    SESSION.plusDays(30))
                .guard())
        .contains(Guard.OVERBOUGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "30, 1",
    "30.000001, -1",
    "49.999999, -1",
    "50, 1",
    "69.999999, 1",
    "70, -1",
    "100, -1",
    "0, 1"
  })
  void rsiVotesByItsClasses(double rsi, int points) {
    assertThat(points(judge(rising().with(Indicator.RSI_14, rsi))).get(5)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.000001, 1", "15, 1", "15.000001, 0", "-15, -1", "-15.000001, 0"})
  void aStretchedGapHasNoVote(double gap, int points) {
    assertThat(points(judge(rising().with(Indicator.VWAP_GAP_PCT, gap))).get(6)).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"1.2, 50, 51, 1", "1.2, 51, 50, -1", "1.2, 50, 50, 0", "1.199, 50, 51, 0"})
  void denseVolumeVotesWithTheDay(double ratio, double before, double close, int points) {
    StanceRules.Result result =
        judge(rising().closes(before, close).with(Indicator.VOLUME_RATIO, ratio));

    assertThat(points(result).get(7)).isEqualTo(points);
  }

  @Test
  void pricesCloserThanABillionthOfTheCloseAreEqual() {
    Drawn level =
        rising()
            .closes(50, 50)
            .with(Indicator.SMA_20, 50 + 4e-8)
            .with(Indicator.SMA_50, 50 - 2e-7)
            .with(Indicator.MACD, 4e-8)
            .with(Indicator.MACD_SIGNAL, 0.0);

    assertThat(points(judge(level)).subList(0, 5)).containsExactly(0, 1, 1, 0, 0);
  }

  @Test
  void aShareWithOneBarHasNoVotes() {
    StanceRules.Result result = judge(new Drawn().bars(1).with(Indicator.VOLUME_RATIO, 1.5));

    assertThat(result.score()).isZero();
    assertThat(result.stance()).isEqualTo(Stance.HOLD);
  }

  @Test
  void reasonsAreThaiSentences() {
    assertThat(judge(rising()).votes().stream().map(Vote::reason))
        .containsExactly(
            "ราคาอยู่เหนือ SMA20",
            "SMA20 อยู่เหนือ SMA50",
            "ราคาอยู่เหนือ SMA200",
            "MACD อยู่เหนือเส้น Signal",
            "MACD อยู่เหนือเส้นศูนย์",
            "RSI สะท้อนแรงซื้อที่นำอยู่",
            "ราคาห่างจาก VWAP 252 วันทำการมาก",
            "ปริมาณซื้อขายไม่หนาแน่น");
    assertThat(judge(new Drawn()).votes().stream().map(Vote::reason))
        .startsWith("ข้อมูลไม่พอเทียบราคากับ SMA20", "ข้อมูลไม่พอเทียบ SMA20 กับ SMA50");
  }
}
