package dailyreport.bootstrap.local.serve;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue of one process, with the rules of the real one: a job that nobody acknowledged comes
 * again after three minutes, once. What fails twice is dropped: nobody looks after this process, so
 * there are no dead letters. What is in it ends with the process.
 */
public final class InProcessQueue implements JobQueue {
  /** As on the real queue: longer than a worker may run. */
  static final Duration VISIBILITY = Duration.ofMinutes(3);

  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final int MOST_JOBS = 1_000;

  /** As on the real queue, where a third receipt is there to give the job up. */
  private static final int MOST_TRIES = 2;

  private record Waiting(Received received, Instant visibleAt, int tries) {}

  private final JobWatch watch;
  private final InstantSource clock;
  private final Map<String, Waiting> jobs = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  /**
   * An empty queue.
   *
   * @param watch is shown what is queued, before anybody can begin it
   */
  public InProcessQueue(JobWatch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public void send(Job job, Duration delay, Deadline deadline) {
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("delay must lie within 0 and 900 s: " + delay);
    }
    Instant now = clock.instant();
    if (deadline.passed(now)) {
      throw new PortException.Queue(Fault.TIMEOUT, "job for the queue: no time left", null);
    }
    lock.lock();
    try {
      if (closed) {
        throw new PortException.Queue(Fault.GONE, "job for the queue: it is being closed", null);
      }
      if (jobs.size() >= MOST_JOBS) {
        throw new PortException.Queue(
            Fault.FULL, "job for the queue: " + MOST_JOBS + " are waiting", null);
      }
      Instant dueAt = now.plus(delay);
      var received = new Received(UUID.randomUUID().toString(), dueAt, job);
      jobs.put(received.jobId(), new Waiting(received, dueAt, 0));
      watch.saw(job, JobWatch.Step.QUEUED);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the oldest job that is due and in nobody's hands, if there is one. */
  Optional<Received> receive() {
    lock.lock();
    try {
      Instant now = clock.instant();
      for (Iterator<Waiting> all = jobs.values().iterator(); all.hasNext(); ) {
        Waiting job = all.next();
        if (now.isBefore(job.visibleAt())) {
          continue;
        }
        if (job.tries() >= MOST_TRIES) {
          all.remove();
          continue;
        }
        jobs.replace(
            job.received().jobId(),
            new Waiting(job.received(), now.plus(VISIBILITY), job.tries() + 1));
        return Optional.of(job.received());
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #receive}, after waiting for one; empty when it has not come by then. */
  Optional<Received> receive(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Optional<Received> job = receive();
      // Woken by whatever is sent; a delay that ends meanwhile is seen at the next call.
      for (long left = atMost.toNanos(); job.isEmpty() && !closed && left > 0; job = receive()) {
        left = changed.awaitNanos(left);
      }
      return job;
    } finally {
      lock.unlock();
    }
  }

  /** Ends a received job for good. */
  void acknowledge(Received received) {
    lock.lock();
    try {
      jobs.remove(received.jobId());
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more jobs; those that wait can still be received. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Jobs that nobody has acknowledged. */
  int size() {
    lock.lock();
    try {
      return jobs.size();
    } finally {
      lock.unlock();
    }
  }
}
