package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What {@link DeadLetters} promise. The port only buries, so the implementer also supplies how the
 * letters are dug up. Nothing here relies on an order between letters.
 */
public interface DeadLettersContract {

  /** Without a letter at first; the same within a test. */
  DeadLetters deadLetters();

  /** Every letter that is kept. */
  List<DeadLetter> dugUp();

  /** Everything that is kept, as it is kept. */
  String raw();

  /** The time by which deadlines are judged, UTC. */
  Instant now();

  @Test
  default void everyLetterIsKeptAsItWasWritten() {
    var letters = new ArrayList<DeadLetter>();
    for (Job job : ExampleJobs.all()) {
      letters.add(DeadLetter.of(received(letters.size(), job), DeadLetter.BUG, now()));
    }
    for (Fault fault : Fault.values()) {
      letters.add(DeadLetter.unreadable("job-" + letters.size(), fault.label(), now()));
    }
    letters.forEach(this::bury);
    assertThat(dugUp()).containsExactlyInAnyOrderElementsOf(letters);
  }

  @Test
  default void nothingOfAPersonIsKept() {
    var job = ExampleJobs.answer();
    bury(DeadLetter.of(received(1, job), DeadLetter.UNFINISHED, now()));
    assertThat(raw())
        .contains("job-1", job.key().ticker().symbol())
        .doesNotContain(ExampleJobs.CANARY, job.incoming().eventId());
  }

  @Test
  default void nothingIsBuriedOnceTheDeadlineHasPassed() {
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() ->
            deadLetters()
                .bury(DeadLetter.unreadable("job-1", "malformed", now()), new Deadline(now())))
        .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.TIMEOUT));
    assertThat(dugUp()).isEmpty();
  }

  private Received received(int number, Job job) {
    return new Received("job-" + number, now(), job);
  }

  private void bury(DeadLetter letter) {
    deadLetters().bury(letter, Deadline.in(Duration.ofSeconds(10), now()));
  }
}
