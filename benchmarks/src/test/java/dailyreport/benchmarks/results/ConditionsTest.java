package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  @Test
  void figuresOfACalmMachineStand() {
    assertThat(Rows.calm().invalid()).isEmpty();
    assertThat(Rows.calm().verdict()).isEmpty();
  }

  @Test
  void figuresOfABusyMachineAreInvalid() {
    Conditions busy = Rows.conditions(new Load(List.of(1.2, 0.0, 0.0)), false);
    assertThat(busy.verdict())
        .isEqualTo(
            "INVALID: the load before the first benchmark was 1.20 on 2 cores,"
                + " more than half of them");
  }

  @Test
  void figuresOfAMachineThatDoesNotTellItsLoadAreInvalid() {
    assertThat(Rows.conditions(new Load(List.of()), false).verdict())
        .startsWith("INVALID: ")
        .contains("unknown");
  }

  @Test
  void figuresOfAQuickRunAreInvalidForEveryReasonThereIs() {
    assertThat(Rows.conditions(Rows.CALM, true).verdict())
        .isEqualTo("INVALID: a quick run: no fork, hardly any warm-up");
    assertThat(Rows.conditions(new Load(List.of(9.0)), true).invalid()).hasSize(2);
  }

  @Test
  void ourOwnLoadAtTheEndIsNoReason() {
    assertThat(Rows.calm().sittings())
        .containsExactly(
            "started 2026-11-22T18:00:00Z, lasted 50 min 5 s,"
                + " load before 0.10 0.20 0.30, after 1.00 1.00 1.00");
    assertThat(Rows.calm().started()).isEqualTo("started 2026-11-22T18:00:00Z");
  }

  @Test
  void aSecondSittingDoesNotMakeAnInvalidFirstOneValid() {
    Conditions busy = Rows.conditions(new Load(List.of(1.2, 0.0, 0.0)), false);
    Conditions both = Rows.conditions(Rows.CALM, false).after(busy);
    assertThat(both.invalid()).isEqualTo(busy.invalid());
    assertThat(Rows.conditions(Rows.CALM, false).after(Rows.calm()).sittings()).hasSize(1);
  }

  @Test
  void whatDiffersIsNamedWithBothValues() {
    Conditions now = Rows.conditions(Rows.CALM, false);
    assertThat(now.sameFacts(Rows.calm())).isTrue();
    Conditions then = Rows.conditions("7654321", Rows.CALM, false);
    assertThat(now.sameFacts(then)).isFalse();
    assertThat(now.differences(then)).containsExactly("commit was 7654321 and is 1234567");
  }
}
