package dailyreport.application;

import dailyreport.application.cache.TieredCache;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Makes a report again for whoever asks next, or one of its parts without a model call. */
public final class RefreshReport {
  private static final Duration OLDEST_JOB = Duration.ofMinutes(5);

  private final TieredCache cache;
  private final ReportParts parts;
  private final EventLog events;
  private final InstantSource clock;

  /** Refreshes this cache; parts are drawn by these. */
  public RefreshReport(TieredCache cache, ReportParts parts, EventLog events, InstantSource clock) {
    this.cache = cache;
    this.parts = parts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Does a {@link Job.Refresh} or a {@link Job.Rebuild}; an old one is dropped.
   *
   * @throws IllegalArgumentException for a {@link Job.Answer}
   */
  public void refresh(Received received, Deadline work) {
    Instant now = clock.instant();
    if (now.isAfter(received.dueAt().plus(OLDEST_JOB))) {
      events.record(new AppEvent.EventSkipped("old"));
      return;
    }
    if (work.passed(now)) {
      events.record(new AppEvent.DeadlineMissed("entry"));
      return;
    }
    switch (received.job()) {
      case Job.Refresh(var key) -> cache.refresh(key, work);
      case Job.Rebuild(var key, var part) ->
          cache.parts().rebuild(key, part, report -> parts.one(part, report), work);
      case Job.Answer _ -> throw new IllegalArgumentException("a job to answer, not to refresh");
    }
  }
}
