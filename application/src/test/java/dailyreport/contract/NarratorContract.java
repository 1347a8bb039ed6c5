package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.PortException;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Section;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every narrator promises. Its clock stands at {@link Examples#NOW}. */
public interface NarratorContract {
  FactSheet FACTS = Examples.report().facts();
  Deadline DEADLINE = Deadline.in(Duration.ofSeconds(45), Examples.NOW);
  Draft DRAFT =
      new Draft(
          List.of(
              new Section(Section.Kind.STORY, List.of("RSI อยู่ที่ {RSI} ในวันที่ตลาดเงียบ [1]")),
              new Section(Section.Kind.INSIGHT, List.of("แรงส่งยังดี", "ปริมาณเบาบาง")),
              new Section(Section.Kind.ACTION, List.of("ติดตามเส้นค่าเฉลี่ย SMA 20")),
              new Section(Section.Kind.RISK, List.of("สัญญาณน่าเชื่อถือน้อยลง"))));
  List<Violation> VIOLATIONS =
      List.of(new Violation(Violation.Reason.NUMBER_WORD, "สิบเปอร์เซ็นต์ลับ"));

  /** The same one throughout a test. */
  Narrator narrator();

  /** From now on the model delivers this draft. */
  void modelWrites(Draft draft);

  /** From now on the model breaks like this. */
  void modelFails(Fault fault);

  /** Calls the model has received. */
  int modelCalls();

  @Test
  default void aDraftComesBackAsWrittenAfterOneCall() {
    modelWrites(DRAFT);

    Narrator.Written written = narrator().write(FACTS, DEADLINE);

    assertThat(written.draft()).isEqualTo(DRAFT);
    assertThat(written.usage().calls()).isEqualTo(1);
    assertThat(written.usage().inputTokens()).isPositive();
    assertThat(written.usage().model()).isNotEmpty();
    assertThat(written.usage().promptVersion()).isNotEmpty();
    assertThat(modelCalls()).isEqualTo(1);
  }

  @Test
  default void aRepairIsOneCallToo() {
    modelWrites(DRAFT);

    Narrator.Written written = narrator().repair(FACTS, DRAFT, VIOLATIONS, DEADLINE);

    assertThat(written.draft()).isEqualTo(DRAFT);
    assertThat(written.usage().calls()).isEqualTo(1);
    assertThat(modelCalls()).isEqualTo(1);
  }

  @Test
  default void nothingIsRetriedWhateverBreaks() {
    int calls = 0;
    for (Fault fault :
        List.of(Fault.THROTTLED, Fault.ERROR, Fault.TRUNCATED, Fault.REFUSED, Fault.MALFORMED)) {
      modelFails(fault);

      var thrown =
          catchThrowableOfType(
              PortException.Narration.class, () -> narrator().write(FACTS, DEADLINE));

      assertThat(thrown.fault()).isEqualTo(fault);
      assertThat(modelCalls()).as("calls after " + fault).isEqualTo(++calls);
    }
  }

  @Test
  default void noCallIsMadeWithoutTime() {
    modelWrites(DRAFT);

    assertThatThrownBy(() -> narrator().write(FACTS, new Deadline(Examples.NOW)))
        .isInstanceOfSatisfying(
            PortException.Narration.class,
            thrown -> assertThat(thrown.fault()).isEqualTo(Fault.TIMEOUT));
    assertThat(modelCalls()).isZero();
  }

  @Test
  default void theMessageOfAFaultQuotesNeitherDraftNorViolation() {
    modelFails(Fault.MALFORMED);

    assertThatThrownBy(() -> narrator().repair(FACTS, DRAFT, VIOLATIONS, DEADLINE))
        .hasMessageNotContainingAny("สิบเปอร์เซ็นต์ลับ", "ปริมาณเบาบาง")
        .hasNoCause();
  }
}
