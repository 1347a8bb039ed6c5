package dailyreport.bootstrap.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Received;
import dailyreport.bootstrap.local.serve.JobWatch.Step;
import dailyreport.contract.ExampleJobs;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueWorkersTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final TestClock clock = TestClock.atNow();
  private final RecordingEventLog events = new RecordingEventLog();
  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final InProcessQueue queue = new InProcessQueue((_, _) -> {}, clock);
  private final List<QueueWorkers> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(QueueWorkers::close);
  }

  @Test
  void aJobIsDoneOnceAndAcknowledged() throws Exception {
    var done = new LinkedBlockingQueue<Received>();
    workers((job, _) -> done.add(job));
    send();
    assertThat(step()).isEqualTo(Step.STARTED);
    assertThat(step()).isEqualTo(Step.DONE);
    assertThat(done).hasSize(1);
    assertThat(queue.size()).isZero();
  }

  @Test
  void aJobHasTheWorkersTime() throws Exception {
    var until = new LinkedBlockingQueue<Deadline>();
    workers((_, deadline) -> until.add(deadline));
    send();
    assertThat(until.poll(30, TimeUnit.SECONDS).remaining(clock.instant()))
        .isEqualTo(Duration.ofSeconds(105));
  }

  @Test
  void aBugIsToldAndTheJobComesAgainOnce() throws Exception {
    var tries = new AtomicInteger();
    workers((_, _) -> {
      tries.incrementAndGet();
      throw new IllegalStateException("a bug");
    });
    send();
    assertThat(List.of(step(), step())).containsExactly(Step.STARTED, Step.FAILED);
    assertThat(queue.size()).isEqualTo(1);
    clock.advance(InProcessQueue.VISIBILITY);
    assertThat(List.of(step(), step())).containsExactly(Step.STARTED, Step.FAILED);
    clock.advance(InProcessQueue.VISIBILITY);
    send();
    assertThat(step()).isEqualTo(Step.STARTED);
    assertThat(step()).isEqualTo(Step.FAILED);
    assertThat(tries).hasValue(3);
    assertThat(events.of(AppEvent.EventSkipped.class))
        .containsOnly(new AppEvent.EventSkipped("bug"));
  }

  @Test
  void fiveJobsRunAtOnceAndTheSixthWaits() throws Exception {
    var running = new Semaphore(0);
    var end = new CountDownLatch(1);
    workers((_, _) -> {
      running.release();
      await(end);
    });
    for (int i = 0; i < 6; i++) {
      send();
    }
    assertThat(running.tryAcquire(5, 30, TimeUnit.SECONDS)).isTrue();
    assertThat(steps).hasSize(5).containsOnly(Step.STARTED);
    assertThat(queue.receive()).as("the sixth, which nobody has taken").isPresent();
    end.countDown();
  }

  @Test
  void closingLetsAJobEnd() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    QueueWorkers workers =
        workers((_, _) -> {
          begun.countDown();
          await(end);
        });
    send();
    await(begun);
    end.countDown();
    assertThat(workers.close(LONG)).isZero();
    assertThat(List.of(step(), step())).containsExactly(Step.STARTED, Step.DONE);
  }

  @Test
  void closingCallsOffWhatDoesNotEndAndSaysHowMany() throws Exception {
    var begun = new CountDownLatch(1);
    QueueWorkers workers =
        workers((_, _) -> {
          begun.countDown();
          await(new CountDownLatch(1));
        });
    send();
    await(begun);
    assertThat(workers.close(Duration.ofMillis(50))).isEqualTo(1);
    assertThat(steps).contains(Step.STARTED).doesNotContain(Step.DONE);
  }

  private QueueWorkers workers(BiConsumer<Received, Deadline> work) {
    var workers = new QueueWorkers(queue, work, (_, step) -> steps.add(step), events, clock);
    opened.add(workers);
    workers.start();
    return workers;
  }

  private void send() {
    queue.send(
        ExampleJobs.refresh(), Duration.ZERO, Deadline.in(Duration.ofSeconds(1), clock.instant()));
  }

  private Step step() throws InterruptedException {
    Step step = steps.poll(30, TimeUnit.SECONDS);
    if (step == null) {
      throw new AssertionError("no step within 30 s");
    }
    return step;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
