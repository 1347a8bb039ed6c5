package dailyreport.bootstrap.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.bootstrap.local.serve.Json;
import dailyreport.contract.Examples;
import dailyreport.contract.TestClock;
import dailyreport.domain.grounding.GroundingCheck;
import dailyreport.domain.grounding.Injected;
import dailyreport.domain.grounding.PlaceholderInjector;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's model under the page's switch, as a narrator whose pauses take the clock's time. */
class SwitchedNarratorTest {
  private static final FactSheet FACTS = Examples.report().facts();
  private static final Duration CALL = Duration.ofSeconds(45);

  private final TestClock clock = TestClock.atNow();
  private final ModelSwitch setting = new ModelSwitch();
  private final SwitchedNarrator narrator =
      new SwitchedNarrator(
          new DemoNarrator(setting, clock), setting, clock, time -> clock.advance(time));

  @Test
  void withoutDelayADraftThatPassesComesAtOnceAndCostsNothing() {
    var written = narrator.write(FACTS, in(CALL));
    assertThat(clock.instant()).isEqualTo(Examples.NOW);
    assertThat(accepted(written.draft())).isTrue();
    assertThat(written.draft().toString()).contains("ตัวอย่าง ไม่ได้เขียนโดยโมเดลภาษา");
    assertThat(written.usage().costUsd().orElseThrow()).isZero();
  }

  @Test
  void theLongDelayIsADraftThatIsRefusedAndItsRepairEachWithinItsTime() {
    set(70, false);
    Draft first = narrator.write(FACTS, in(CALL)).draft();
    assertThat(accepted(first)).isFalse();
    Draft second = narrator.repair(FACTS, first, List.of(), in(Duration.ofSeconds(30))).draft();
    assertThat(accepted(second)).isTrue();
    assertThat(clock.instant()).isEqualTo(Examples.NOW.plusSeconds(70));
  }

  @Test
  void aDelayThatDoesNotFitEndsAtTheDeadline() {
    set(70, false);
    assertThatThrownBy(() -> narrator.write(FACTS, in(Duration.ofSeconds(10))))
        .isInstanceOfSatisfying(
            PortException.Narration.class,
            thrown -> assertThat(thrown.fault()).isEqualTo(Fault.TIMEOUT));
    assertThat(clock.instant()).isEqualTo(Examples.NOW.plusSeconds(10));
  }

  @Test
  void aModelThatIsOffCostsNothing() {
    set(0, true);
    assertThatThrownBy(() -> narrator.write(FACTS, in(CALL)))
        .isInstanceOfSatisfying(
            PortException.Narration.class,
            thrown -> {
              assertThat(thrown.fault()).isEqualTo(Fault.ERROR);
              assertThat(thrown.usage()).contains(Usage.none());
            });
  }

  private static boolean accepted(Draft draft) {
    return switch (PlaceholderInjector.inject(draft, FACTS)) {
      case Injected.Done(var narrative) -> GroundingCheck.check(narrative, FACTS).isEmpty();
      case Injected.Rejected(_) -> false;
    };
  }

  private Deadline in(Duration time) {
    return Deadline.in(time, clock.instant());
  }

  private void set(int delaySeconds, boolean off) {
    String text = "{\"delaySeconds\":" + delaySeconds + ",\"off\":" + off + "}";
    setting.set(Json.object(text.getBytes(StandardCharsets.UTF_8)));
  }
}
