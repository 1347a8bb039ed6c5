package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryDeadLettersTest implements DeadLettersContract {
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(() -> Examples.NOW);

  @Test
  void refusedLetterIsCountedAndNotKept() {
    deadLetters.refuse(Fault.THROTTLED);
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() ->
            deadLetters.bury(
                DeadLetter.unreadable("job-1", "malformed", Examples.NOW),
                Deadline.in(Duration.ofSeconds(1), Examples.NOW)))
        .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.THROTTLED));
    assertThat(deadLetters.letters()).isEmpty();
    assertThat(deadLetters.attempts()).isEqualTo(1);
  }

  @Override
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  @Override
  public List<DeadLetter> dugUp() {
    return deadLetters.letters();
  }

  @Override
  public String raw() {
    return deadLetters.letters().toString();
  }

  @Override
  public Instant now() {
    return Examples.NOW;
  }
}
