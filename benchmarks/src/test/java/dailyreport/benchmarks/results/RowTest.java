package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void aPercentileNeedsCallsBeyondIt() {
    assertThat(of(999).percentile(99.9)).isEmpty();
    assertThat(of(1_000).percentile(99.9)).hasValue(7);
    assertThat(of(99).percentile(99)).isEmpty();
    assertThat(of(100).percentile(99)).hasValue(6);
    assertThat(of(1).percentile(100)).hasValue(8);
  }

  @Test
  void aRowIsDisturbedWhenOthersUsedMoreThanAQuarterOfACore() {
    var some = Map.<String, String>of();
    assertThat(Rows.timed("A.b", some, 1, OptionalDouble.of(0.26)).disturbed()).isTrue();
    assertThat(Rows.timed("A.b", some, 1, OptionalDouble.of(0.25)).disturbed()).isFalse();
    assertThat(Rows.timed("A.b", some, 1, OptionalDouble.empty()).disturbed()).isFalse();
  }

  @Test
  void theLabelHasTheParametersInOrderOfTheirNames() {
    assertThat(Row.label("A.b", Map.of("z", "1", "a", "2"))).isEqualTo("A.b a=2 z=1");
    assertThat(Row.label("A.b", Map.of())).isEqualTo("A.b");
  }

  private static Row of(long n) {
    return new Row(
        "A.b",
        true,
        new TreeMap<>(),
        1,
        n,
        5,
        OptionalDouble.empty(),
        "us/op",
        new TreeMap<>(Map.of(99.0, 6.0, 99.9, 7.0, 100.0, 8.0)),
        List.of(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
