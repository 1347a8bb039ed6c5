package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import java.time.Duration;
import java.time.Instant;

/** Has a report or a part of it made again for whoever asks next: the same job once a minute. */
final class RefreshJobs {
  private static final Duration APART = Duration.ofSeconds(60);
  private static final Duration SEND = Duration.ofMillis(400);
  private static final int MOST_JOBS = 1_000;

  private final JobQueue queue;
  private final CacheEvents events;
  private final Lately<Job> sent;

  RefreshJobs(JobQueue queue, CacheEvents events) {
    this.queue = queue;
    this.events = events;
    this.sent = new Lately<>(events.clock(), APART, MOST_JOBS);
  }

  /** Sends a job, unless it was sent a moment ago; a queue that does not take it costs nobody. */
  void send(Job job, Deadline deadline) {
    if (!sent.add(job)) {
      return;
    }
    Instant now = events.clock().instant();
    try {
      queue.send(job, Duration.ZERO, deadline.atMost(SEND, now));
    } catch (PortException.Queue e) {
      sent.forget(job);
      events
          .log()
          .record(new AppEvent.DependencyCall("queue", e.fault().label(), events.since(now)));
    }
  }
}
