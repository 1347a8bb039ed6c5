package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

  @Test
  void thePageHasEveryFigureAndItsConditions() {
    var rows =
        List.of(
            Rows.timed("L1Hit.sqlite", Map.of("bars", "640", "rows", "200"), 60),
            Rows.timed("L2Hit.bareGet", Map.of(), 390, OptionalDouble.of(0.5)),
            Rows.counted("SingleFlight.eight", 8, 70_000));
    assertThat(MarkdownTable.of(new Results(Rows.calm(), rows)))
        .isEqualTo(
            """
            # What each benchmark took

            Latency of single calls in microseconds, one closed loop for each thread.

            | benchmark | parameters | p50 | p90 | p99 | p99.9 | max | p50 by fork | B/op | n |
            |---|---|--:|--:|--:|--:|--:|--:|--:|--:|
            | L1Hit.sqlite | bars=640 rows=200 | 60.0 | 72.0 | 120 | 300 | 5,400 | 54.0 to 66.0 | 12,345 | 100,000 |
            | L2Hit.bareGet (!) |  | 390 | 468 | 780 | 1,950 | 35,100 | 351 to 429 | 12,345 | 100,000 |

            Calls of all threads together.

            | benchmark | parameters | threads | mean | +/- 99.9 % | unit | B/op | n |
            |---|---|--:|--:|--:|---|--:|--:|
            | SingleFlight.eight | keys=1 | 8 | 70,000 |  | ops/s |  | 15 |

            (!) other processes used more than 0.25 cores meanwhile: L2Hit.bareGet 0.500.

            An empty cell: too few calls for that percentile, or not measured.

            - machine: Analytical Engine, 2 cores
            - JDK: 25
            - commit: 1234567
            - started 2026-11-22T18:00:00Z, lasted 50 min 5 s, load before 0.10 0.20 0.30, after 1.00 1.00 1.00
            """);
  }

  @Test
  void invalidFiguresAreCalledSoBeforeTheFirstOfThem() {
    String page =
        MarkdownTable.of(
            new Results(Rows.conditions(Rows.CALM, true), List.of(Rows.timed("A.b", Map.of(), 1))));
    assertThat(page.indexOf("**INVALID: a quick run")).isBetween(0, page.indexOf("| A.b |"));
  }

  @Test
  void figuresHaveThreeDigitsAndAbsentOnesNone() {
    assertThat(List.of(0.0304, 0.99951, 3.14159, 99.94, 99.96, 12345.6))
        .extracting(value -> MarkdownTable.figure(OptionalDouble.of(value)))
        .containsExactly("0.030", "1.00", "3.14", "99.9", "100", "12,346");
    assertThat(MarkdownTable.figure(OptionalDouble.empty())).isEmpty();
  }
}
