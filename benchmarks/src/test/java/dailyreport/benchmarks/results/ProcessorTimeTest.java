package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** On texts of a Linux machine, in which only the figures after "cpu" and four others matter. */
class ProcessorTimeTest {
  private static final String STAT =
      """
      cpu  4909420 244013 397962 1291196 7600 0 5497 3411 0 0
      cpu0 2454710 122006 198981 645598 3800 0 2748 1705 0 0
      ctxt 123
      """;

  @Test
  void idleAndWaitingAreNotWorkAndStolenTimeIs() {
    var time = ProcessorTime.parse(STAT, self("java", 0, 0, 0, 0));
    assertThat(time.all()).isEqualTo(4909420 + 244013 + 397962 + 5497 + 3411);
  }

  @Test
  void aForkThatHasEndedIsOwnWork() {
    assertThat(ProcessorTime.parse(STAT, self("java", 7, 5, 300, 20)).own()).isEqualTo(332);
  }

  @Test
  void aNameWithSpacesAndParenthesesIsNoField() {
    assertThat(ProcessorTime.parse(STAT, self("a (b) 9 c", 7, 5, 300, 20)).own()).isEqualTo(332);
  }

  @Test
  void whatOthersUsedIsTheMachinesWorkWithoutOurs() {
    var before = new ProcessorTime(10_000, 1_000);
    var after = new ProcessorTime(10_350, 1_200);
    assertThat(after.othersSince(before, Duration.ofSeconds(2)))
        .hasValueCloseTo(0.75, Offset.offset(1e-9));
  }

  @Test
  void ticksThatAreCountedLateAreNoNegativeWork() {
    var before = new ProcessorTime(10_000, 1_000);
    assertThat(new ProcessorTime(10_100, 1_101).othersSince(before, Duration.ofSeconds(1)))
        .hasValue(0);
  }

  @Test
  void withoutBothReadingsNothingIsKnown() {
    var some = Optional.of(new ProcessorTime(1, 1));
    Duration second = Duration.ofSeconds(1);
    assertThat(ProcessorTime.others(Optional.empty(), some, second)).isEmpty();
    assertThat(ProcessorTime.others(some, Optional.empty(), second)).isEmpty();
    assertThat(ProcessorTime.others(some, some, Duration.ZERO)).isEmpty();
    assertThat(ProcessorTime.others(some, some, second)).hasValue(0);
  }

  private static String self(String name, long... times) {
    return "27917 (%s) R 27827 27827 21381 0 -1 4194304 99 0 0 0 %d %d %d %d 20 0 1 0 3442814 3133440"
        .formatted(name, times[0], times[1], times[2], times[3]);
  }
}
