package dailyreport.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceHistoryTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 11, 3);
  private static final Underlying DBS =
      new Underlying("D05.SI", Exchange.SGX, "SGD", Underlying.Kind.STOCK);

  private static Bar bar(LocalDate session, double close) {
    return new Bar(session, close, close, close, close, close, 100);
  }

  private static PriceHistory history(List<Bar> bars, List<LocalDate> bad) {
    return new PriceHistory(DBS, "SGD", "yahoo", true, bars, bad);
  }

  private static PriceHistory counted(int bars, int bad) {
    return history(
        IntStream.range(0, bars).mapToObj(i -> bar(FIRST.plusDays(i), 10)).toList(),
        IntStream.range(0, bad).mapToObj(FIRST::plusDays).toList());
  }

  @Test
  void anUnfinishedBarIsCutOffAndABadRowAfterTheSessionNoLongerCounts() {
    var prices =
        history(
            List.of(bar(FIRST, 10), bar(FIRST.plusDays(1), 11), bar(FIRST.plusDays(2), 12)),
            List.of(FIRST.minusDays(1), FIRST.plusDays(2)));

    PriceHistory cut = prices.upTo(FIRST.plusDays(1));

    assertThat(cut.bars()).extracting(Bar::session).containsExactly(FIRST, FIRST.plusDays(1));
    assertThat(cut.bad()).containsExactly(FIRST.minusDays(1));
    assertThat(cut.source()).isEqualTo("yahoo");
  }

  @Test
  void barsMustAscend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> history(List.of(bar(FIRST, 10), bar(FIRST, 10)), List.of()))
        .withMessageContaining("2025-11-03");
  }

  @ParameterizedTest
  @CsvSource({"95, 5, false", "94, 6, true", "0, 0, false", "1, 1, true"})
  void moreThanFivePercentBadRowsAreTooMany(int bars, int bad, boolean unreliable) {
    assertThat(counted(bars, bad).unreliable()).isEqualTo(unreliable);
  }

  @ParameterizedTest
  @CsvSource({"10, 16, false", "10, 16.01, true", "10, 4, false", "10, 3.99, true"})
  void aMoveOfMoreThanSixtyPercentIsSuspect(double before, double close, boolean suspect) {
    var prices = history(List.of(bar(FIRST, before), bar(FIRST.plusDays(1), close)), List.of());

    assertThat(prices.suspect()).isEqualTo(suspect);
  }

  @Test
  void aSingleBarIsNotSuspect() {
    assertThat(history(List.of(bar(FIRST, 10)), List.of()).suspect()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "NaN, 1", "Infinity, 1", "1, -1"})
  void aBarWithoutAPriceOrWithNegativeVolumeIsImpossible(double price, long volume) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bar(FIRST, price, 1, 1, 1, 1, volume));
  }
}
