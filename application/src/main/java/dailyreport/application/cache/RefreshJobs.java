package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;

/** Has a report made again for whoever asks next: one job a minute for a key. */
final class RefreshJobs {
  private static final Duration APART = Duration.ofSeconds(60);
  private static final Duration SEND = Duration.ofMillis(400);
  private static final int MOST_KEYS = 1_000;

  private final JobQueue queue;
  private final CacheEvents events;
  private final Lately<ReportKey> sent;

  RefreshJobs(JobQueue queue, CacheEvents events) {
    this.queue = queue;
    this.events = events;
    this.sent = new Lately<>(events.clock(), APART, MOST_KEYS);
  }

  void refresh(ReportKey key, Deadline deadline) {
    if (sent.add(key) && !send(new Job.Refresh(key), deadline)) {
      sent.forget(key);
    }
  }

  /** Sends a job; a queue that does not take it costs nobody an answer. */
  boolean send(Job job, Deadline deadline) {
    Instant now = events.clock().instant();
    try {
      queue.send(job, Duration.ZERO, deadline.atMost(SEND, now));
      return true;
    } catch (PortException.Queue e) {
      events
          .log()
          .record(new AppEvent.DependencyCall("queue", e.fault().label(), events.since(now)));
      return false;
    }
  }
}
