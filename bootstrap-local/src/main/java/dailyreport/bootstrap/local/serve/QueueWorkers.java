package dailyreport.bootstrap.local.serve;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** Does the jobs of the queue, five at once, each on a virtual thread with the worker's time. */
public final class QueueWorkers implements AutoCloseable {
  /** Concurrency of the real queue's event source: faults.md, section 2. */
  private static final int AT_ONCE = 5;

  /** The worker's deadline on Lambda, so that a job behaves the same on both. */
  private static final Duration WORK = Duration.ofSeconds(105);

  /** Between two looks at jobs whose delay may have ended. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final InProcessQueue queue;
  private final BiConsumer<Received, Deadline> work;
  private final JobWatch watch;
  private final EventLog events;
  private final InstantSource clock;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean closing = new AtomicBoolean();

  /**
   * Workers that wait for {@link #start}.
   *
   * @param work does a job until its deadline; a job it throws for comes again, once
   */
  public QueueWorkers(
      InProcessQueue queue,
      BiConsumer<Received, Deadline> work,
      JobWatch watch,
      EventLog events,
      InstantSource clock) {
    this.queue = queue;
    this.work = work;
    this.watch = watch;
    this.events = events;
    this.clock = clock;
  }

  /** Begins to work. */
  public void start() {
    threads.execute(this::takeJobs);
  }

  private void takeJobs() {
    try {
      while (!closing.get()) {
        slots.acquire();
        Optional<Received> job = queue.receive(LOOK);
        job.ifPresentOrElse(received -> threads.execute(() -> handle(received)), slots::release);
      }
    } catch (RejectedExecutionException _) {
      // Closed between taking a job and beginning it: it stays in the queue.
      slots.release();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(Received received) {
    try {
      watch.saw(received.job(), JobWatch.Step.STARTED);
      work.accept(received, Deadline.in(WORK, clock.instant()));
      if (Thread.currentThread().isInterrupted()) {
        watch.saw(received.job(), JobWatch.Step.FAILED);
      } else {
        queue.acknowledge(received);
        watch.saw(received.job(), JobWatch.Step.DONE);
      }
    } catch (PortException e) {
      failed(received, e.fault().label(), e);
    } catch (RuntimeException e) {
      failed(received, "bug", e);
    } finally {
      slots.release();
    }
  }

  private void failed(Received received, String reason, RuntimeException e) {
    events.record(new AppEvent.EventSkipped(reason));
    Bugs.log("job " + received.jobId(), e);
    watch.saw(received.job(), JobWatch.Step.FAILED);
  }

  /**
   * Takes no more jobs, lets those under way end for so long, then calls them off, which gives
   * their leases back.
   *
   * @return jobs that were not finished
   */
  public int close(Duration patience) {
    closing.set(true);
    queue.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        boolean _ = threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    return queue.size();
  }

  @Override
  public void close() {
    int _ = close(Duration.ZERO);
  }
}
