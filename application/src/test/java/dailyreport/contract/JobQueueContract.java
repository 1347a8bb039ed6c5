package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a {@link JobQueue} promises. The port only sends, so the implementer also supplies the
 * worker's side: how a job is taken out, acknowledged, and how the queue's time goes by. Nothing
 * here relies on an order between jobs.
 */
public interface JobQueueContract {
  Duration NOW = Duration.ZERO;
  Duration LONGEST = Duration.ofMinutes(15);

  /** An empty queue; the same one within a test. */
  JobQueue queue();

  /** Takes a job that is due and not in another worker's hands, as a worker does. */
  Optional<Received> receive();

  /** Ends a received job for good. */
  void acknowledge(Received received);

  /** Lets that much of the queue's time go by. */
  void pass(Duration time);

  /** The queue's time, UTC. */
  Instant now();

  /** How long a received job stays hidden when nobody acknowledges it. */
  Duration visibility();

  @Test
  default void everyKindOfJobComesOutAsItWentIn() {
    for (Job job : ExampleJobs.all()) {
      send(job, NOW);
      Received received = receive().orElseThrow();
      assertThat(received.job()).isEqualTo(job);
      acknowledge(received);
    }
  }

  @Test
  default void delayedJobIsHiddenUntilItsDelayHasPassed() {
    send(ExampleJobs.refresh(), Duration.ofSeconds(20));
    pass(Duration.ofSeconds(19));
    assertThat(receive()).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(receive()).isPresent();
  }

  @Test
  default void ageCountsFromTheEndOfTheDelay() {
    Instant sentAt = now();
    send(ExampleJobs.refresh(), Duration.ofSeconds(40));
    pass(Duration.ofSeconds(100));
    assertThat(receive().orElseThrow().dueAt()).isEqualTo(sentAt.plusSeconds(40));
  }

  @Test
  default void jobThatNobodyAcknowledgedComesAgainUnderTheSameId() {
    send(ExampleJobs.answer(), NOW);
    Received first = receive().orElseThrow();
    assertThat(receive()).isEmpty();
    pass(visibility());
    assertThat(receive()).contains(first);
  }

  @Test
  default void acknowledgedJobDoesNotComeAgain() {
    send(ExampleJobs.answer(), NOW);
    acknowledge(receive().orElseThrow());
    pass(visibility());
    assertThat(receive()).isEmpty();
  }

  @Test
  default void equalJobsAreTwoJobsWithTwoIds() {
    send(ExampleJobs.refresh(), NOW);
    send(ExampleJobs.refresh(), NOW);
    var ids = new ArrayList<String>();
    receive().ifPresent(received -> ids.add(received.jobId()));
    receive().ifPresent(received -> ids.add(received.jobId()));
    assertThat(ids).hasSize(2).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  @Test
  default void longestDelayIsFifteenMinutes() {
    send(ExampleJobs.refresh(), LONGEST);
    pass(LONGEST);
    assertThat(receive()).isPresent();
  }

  @Test
  default void delayOutsideItsRangeIsRefusedAndNothingIsQueued() {
    for (Duration delay : List.of(Duration.ofSeconds(-1), LONGEST.plusMillis(1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> send(ExampleJobs.refresh(), delay))
          .withMessageContaining("900");
    }
    pass(LONGEST.plusSeconds(1));
    assertThat(receive()).isEmpty();
  }

  @Test
  default void nothingIsQueuedOnceTheDeadlineHasPassed() {
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> queue().send(ExampleJobs.answer(), NOW, new Deadline(now())))
        .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.TIMEOUT));
    assertThat(receive()).isEmpty();
  }

  private void send(Job job, Duration delay) {
    queue().send(job, delay, Deadline.in(Duration.ofSeconds(10), now()));
  }
}
