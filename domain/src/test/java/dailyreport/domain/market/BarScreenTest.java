package dailyreport.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of market-data.md section 3 that concern rows; each was seen in real data. */
class BarScreenTest {
  private static final Offset<Double> DIGITS = Offset.offset(1e-12);

  private static LocalDate day(int ofMonth) {
    return LocalDate.of(2025, 11, ofMonth);
  }

  private static RawBar row(
      int ofMonth, double open, double high, double low, double close, double volume) {
    return new RawBar(day(ofMonth), of(open), of(high), of(low), of(close), of(close), of(volume));
  }

  /** NaN stands for a figure the source does not have. */
  private static OptionalDouble of(double figure) {
    return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }

  private static RawBar good(int ofMonth) {
    return row(ofMonth, 10, 11, 9, 10, 500);
  }

  private static List<LocalDate> kept(BarScreen.Screened screened) {
    return screened.bars().stream().map(Bar::session).toList();
  }

  @Test
  void aMissingFigureDropsItsOwnRowOnly() {
    double none = Double.NaN;
    var screened =
        BarScreen.screen(
            List.of(
                good(3),
                row(4, none, 11, 9, 10, 500),
                row(5, 10, none, 9, 10, 500),
                row(6, 10, 11, none, 10, 500),
                row(7, 10, 11, 9, none, 500),
                row(10, 10, 11, 9, 10, none),
                new RawBar(day(11), of(10), of(11), of(9), of(10), of(none), of(500)),
                row(12, none, none, none, none, none),
                good(13)));

    assertThat(kept(screened)).containsExactly(day(3), day(13));
    assertThat(screened.bad())
        .containsExactly(day(4), day(5), day(6), day(7), day(10), day(11), day(12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aPriceThatIsNoneIsBad(double price) {
    assertThat(BarScreen.screen(List.of(row(3, price, 11, 9, 10, 500))).bad()).hasSize(1);
    assertThat(BarScreen.screen(List.of(row(3, 10, price, 9, 10, 500))).bad()).hasSize(1);
    assertThat(BarScreen.screen(List.of(row(3, 10, 11, price, 10, 500))).bad()).hasSize(1);
    assertThat(BarScreen.screen(List.of(row(3, 10, 11, 9, price, 500))).bad()).hasSize(1);
  }

  @Test
  void aNegativeOrInfiniteVolumeIsBad() {
    assertThat(BarScreen.screen(List.of(row(3, 10, 11, 9, 10, -1))).bad()).hasSize(1);
    assertThat(BarScreen.screen(List.of(row(3, 10, 11, 9, 10, Double.POSITIVE_INFINITY))).bad())
        .hasSize(1);
  }

  @Test
  void aHolidayTheSourceFilledInIsDroppedButNotBad() {
    double nextFloat = Math.nextUp(10.0);
    var screened =
        BarScreen.screen(
            List.of(good(3), row(4, 10, nextFloat, 10, 10, 0), row(5, 10, 10, 10, 10, 0)));

    assertThat(kept(screened)).containsExactly(day(3));
    assertThat(screened.bad()).isEmpty();
  }

  @Test
  void aFlatRowAtAnotherPriceIsKeptWithVolumeZero() {
    var screened = BarScreen.screen(List.of(good(3), row(4, 10.5, 10.5, 10.5, 10.5, 0)));

    assertThat(kept(screened)).containsExactly(day(3), day(4));
    assertThat(screened.bars().getLast().volume()).isZero();
  }

  @Test
  void aFlatRowThatTradedIsKept() {
    assertThat(kept(BarScreen.screen(List.of(good(3), row(4, 10, 10, 10, 10, 1))))).hasSize(2);
  }

  @Test
  void theFirstRowIsNeverAFillIn() {
    assertThat(kept(BarScreen.screen(List.of(row(3, 10, 10, 10, 10, 0))))).containsExactly(day(3));
  }

  @Test
  void fillInsAreComparedWithTheCloseAsQuotedNotAsAdjusted() {
    var paid = new RawBar(day(3), of(10), of(11), of(9), of(10), of(8), of(500));

    assertThat(kept(BarScreen.screen(List.of(paid, row(4, 10, 10, 10, 10, 0)))))
        .containsExactly(day(3));
  }

  @Test
  void duplicateAndDescendingDatesAreBad() {
    var screened = BarScreen.screen(List.of(good(4), good(4), good(3), good(5), good(6)));

    assertThat(kept(screened)).containsExactly(day(4), day(5), day(6));
    assertThat(screened.bad()).containsExactly(day(4), day(3));
  }

  @Test
  void theLaterRowOfADoubledLiveDayReplacesTheEarlier() {
    var screened = BarScreen.screen(List.of(good(3), good(4), row(4, 10, 11, 9, 10.5, 900)));

    assertThat(screened.bad()).isEmpty();
    assertThat(kept(screened)).containsExactly(day(3), day(4));
    assertThat(screened.bars().getLast().close()).isEqualTo(10.5);
  }

  @Test
  void aBrokenSecondRowOfTheLiveDayDoesNotCostTheFirst() {
    var screened = BarScreen.screen(List.of(good(3), good(4), row(4, 10, 11, 9, Double.NaN, 900)));

    assertThat(kept(screened)).containsExactly(day(3), day(4));
    assertThat(screened.bad()).containsExactly(day(4));
  }

  @Test
  void aCloseOutsideTheRangeIsBadButTheLastDigitOfAFloatIsNot() {
    var screened =
        BarScreen.screen(
            List.of(
                row(3, 10, 11, 9, 11.001, 500),
                row(4, 10, 11, 9, 8.999, 500),
                row(5, 10, 9, 11, 10, 500),
                row(6, 10, 11, 9, 11 * (1 + 1e-10), 500),
                row(7, 10, 11, 9, 9 * (1 - 1e-10), 500)));

    assertThat(kept(screened)).containsExactly(day(6), day(7));
    assertThat(screened.bad()).containsExactly(day(3), day(4), day(5));
  }

  @Test
  void pricesAreAdjustedByTheirOwnFactor() {
    Bar bar =
        BarScreen.screen(
                List.of(new RawBar(day(3), of(10), of(12), of(8), of(10), of(9), of(500.4))))
            .bars()
            .getFirst();

    assertThat(bar.open()).isCloseTo(9, DIGITS);
    assertThat(bar.high()).isCloseTo(10.8, DIGITS);
    assertThat(bar.low()).isCloseTo(7.2, DIGITS);
    assertThat(bar.close()).isEqualTo(9);
    assertThat(bar.tradedClose()).isEqualTo(10);
    assertThat(bar.volume()).isEqualTo(500);
  }
}
