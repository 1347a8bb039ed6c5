package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Draft;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ScriptedNarratorTest implements NarratorContract {
  private final InstantSource clock = () -> Examples.NOW;
  private ScriptedNarrator narrator = new ScriptedNarrator(clock);
  private int earlier;

  @Override
  public Narrator narrator() {
    return narrator;
  }

  @Override
  public void modelWrites(Draft draft) {
    start().writes(draft);
  }

  @Override
  public void modelFails(Fault fault) {
    start().fails(fault);
  }

  @Override
  public int modelCalls() {
    return earlier + narrator.calls();
  }

  private ScriptedNarrator start() {
    earlier += narrator.calls();
    narrator = new ScriptedNarrator(clock);
    return narrator;
  }

  @Test
  void theScriptIsPlayedInOrderAndItsLastLineRepeats() {
    narrator.fails(Fault.THROTTLED, Duration.ofSeconds(3)).writes(DRAFT);

    var thrown =
        catchThrowableOfType(PortException.Narration.class, () -> narrator.write(FACTS, DEADLINE));

    assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(3));
    assertThat(narrator.repair(FACTS, DRAFT, VIOLATIONS, DEADLINE).draft()).isEqualTo(DRAFT);
    assertThat(narrator.write(FACTS, DEADLINE).draft()).isEqualTo(DRAFT);
    assertThat(narrator.calls()).isEqualTo(3);
    assertThat(narrator.repairs()).containsExactly(VIOLATIONS);
  }
}
