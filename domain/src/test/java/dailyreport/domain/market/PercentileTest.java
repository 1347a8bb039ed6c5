package dailyreport.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of report.md section 5. */
class PercentileTest {

  private static List<OptionalDouble> series(String values) {
    return Arrays.stream(values.split(" "))
        .map(value ->
            value.equals("-")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(value)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "10 20 30 40, 4, 100.0",
    "40 30 20 10, 4, 25.0",
    "10 40 20 30, 4, 75.0",
    "1 2 3 3 4 3, 6, 83.3",
    "- - 7 9 8, 3, 66.7",
    "-0.5 0.2 -0.1 -0.3, 4, 50.0",
    "7, 1, 100.0"
  })
  void shareOfValuesThatAreAtMostTheLast(String values, int n, double percentile) {
    Percentile seen = Percentile.ofLast(series(values)).orElseThrow();

    assertThat(seen.n()).isEqualTo(n);
    assertThat(seen.value()).isCloseTo(percentile, within(0.05));
  }

  @Test
  void aValueBeforeTheWindowNoLongerCounts() {
    var values = new ArrayList<OptionalDouble>();
    values.add(OptionalDouble.of(999));
    for (int i = 1; i <= 252; i++) {
      values.add(OptionalDouble.of(i));
    }

    assertThat(Percentile.ofLast(values)).contains(new Percentile(100, 252));
  }

  @Test
  void theWindowCountsValuesNotSessions() {
    var values = new ArrayList<OptionalDouble>();
    values.add(OptionalDouble.of(999));
    for (int i = 1; i <= 251; i++) {
      values.add(OptionalDouble.of(i));
      values.add(OptionalDouble.empty());
    }
    values.removeLast();

    assertThat(Percentile.ofLast(values)).contains(new Percentile(100.0 * 251 / 252, 252));
  }

  @Test
  void withoutAValueTodayThereIsNone() {
    assertThat(Percentile.ofLast(series("1 2 -"))).isEmpty();
    assertThat(Percentile.ofLast(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "NaN, 5", "100.1, 5", "50, 0", "50, 253"})
  void impossiblePercentilesAreRefused(double value, int n) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Percentile(value, n));
  }
}
