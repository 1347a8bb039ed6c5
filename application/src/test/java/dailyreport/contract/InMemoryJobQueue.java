package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queue in memory with the worker's side in the open: a received job is hidden for {@link
 * #VISIBILITY} and comes again unless it is acknowledged.
 */
public final class InMemoryJobQueue implements JobQueue {

  /** As on the real queue: longer than a worker may run. */
  public static final Duration VISIBILITY = Duration.ofMinutes(3);

  private static final Duration LONGEST = Duration.ofMinutes(15);

  private record Waiting(Received received, Instant visibleAt) {}

  private final InstantSource clock;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private int sent;

  public InMemoryJobQueue(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void send(Job job, Duration delay, Deadline deadline) {
    if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("delay must lie within 0 and 900 s: " + delay);
    }
    if (deadline.passed(clock.instant())) {
      throw new PortException.Queue(Fault.TIMEOUT, "job for the queue: no time left", null);
    }
    Instant dueAt = clock.instant().plus(delay);
    var received = new Received("job-" + ++sent, dueAt, job);
    waiting.put(received.jobId(), new Waiting(received, dueAt));
  }

  /** Takes the oldest job that is due and not in another worker's hands. */
  public synchronized Optional<Received> receive() {
    Instant now = clock.instant();
    for (Waiting job : waiting.values()) {
      if (!now.isBefore(job.visibleAt())) {
        waiting.put(job.received().jobId(), new Waiting(job.received(), now.plus(VISIBILITY)));
        return Optional.of(job.received());
      }
    }
    return Optional.empty();
  }

  /** Ends a received job for good. */
  public synchronized void acknowledge(Received received) {
    waiting.remove(received.jobId());
  }

  /** Every job that is not acknowledged, due or not, in the order of sending. */
  public synchronized List<Received> pending() {
    return waiting.values().stream().map(Waiting::received).toList();
  }
}
