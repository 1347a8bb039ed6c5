package dailyreport.bootstrap.local.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.contract.ExampleJobs;
import dailyreport.contract.JobQueueContract;
import dailyreport.contract.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InProcessQueueTest implements JobQueueContract {
  private final TestClock clock = TestClock.atNow();
  private final List<String> seen = new ArrayList<>();
  private final InProcessQueue queue =
      new InProcessQueue((job, step) -> seen.add(JobWatch.kind(job) + " " + step), clock);

  @Override
  public JobQueue queue() {
    return queue;
  }

  @Override
  public Optional<Received> receive() {
    return queue.receive();
  }

  @Override
  public void acknowledge(Received received) {
    queue.acknowledge(received);
  }

  @Override
  public void pass(Duration time) {
    clock.advance(time);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Duration visibility() {
    return InProcessQueue.VISIBILITY;
  }

  @Test
  void aJobThatNobodyEndsIsTriedTwiceAndThenForgotten() {
    send(ExampleJobs.refresh());
    assertThat(queue.receive()).isPresent();
    pass(visibility());
    assertThat(queue.receive()).isPresent();
    pass(visibility());
    assertThat(queue.receive()).isEmpty();
    assertThat(queue.size()).isZero();
  }

  @Test
  void theThousandAndFirstJobIsRefused() {
    for (int i = 0; i < 1_000; i++) {
      send(ExampleJobs.refresh());
    }
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> send(ExampleJobs.refresh()))
        .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.FULL));
    assertThat(queue.size()).isEqualTo(1_000);
  }

  @Test
  void aClosedQueueTakesNothingAndGivesWhatItHas() {
    send(ExampleJobs.answer());
    queue.close();
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> send(ExampleJobs.refresh()))
        .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.GONE));
    assertThat(queue.receive()).isPresent();
    assertThat(queue.receive()).isEmpty();
  }

  @Test
  void onlyWhatWasTakenIsShownAsQueued() {
    send(ExampleJobs.answer());
    assertThatExceptionOfType(PortException.Queue.class)
        .isThrownBy(() -> queue.send(ExampleJobs.refresh(), NOW, new Deadline(now())));
    assertThat(seen).containsExactly("answer QUEUED");
  }

  private void send(Job job) {
    queue.send(job, NOW, Deadline.in(Duration.ofSeconds(1), now()));
  }
}
