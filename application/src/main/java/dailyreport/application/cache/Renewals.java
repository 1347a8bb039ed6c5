package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import java.time.InstantSource;

/** Says when a newer report is worth its price, and has it made for whoever asks next. */
final class Renewals {
  private final SessionTtlPolicy policy;
  private final Coherence coherence;
  private final RefreshJobs jobs;
  private final InstantSource clock;

  Renewals(SessionTtlPolicy policy, Coherence coherence, RefreshJobs jobs, InstantSource clock) {
    this.policy = policy;
    this.coherence = coherence;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** The answer that a found entry is, with a job sent when it should be renewed. */
  CacheAnswer served(Seen seen, Deadline deadline) {
    if (due(seen)) {
      jobs.send(new Job.Refresh(seen.entry().key()), deadline);
    }
    return seen.answer(clock.instant());
  }

  /**
   * Whether a newer one is worth its price. What is stale only because the watermarks cannot be
   * read is not: a new one would be stale too.
   */
  boolean due(Seen seen) {
    CacheEntry entry = seen.entry();
    return switch (seen.freshness()) {
      case STALE -> entry.at(clock.instant()) == Freshness.STALE || coherence.softened(entry);
      case FRESH -> policy.refreshDue(entry.key(), entry.validity(), clock.instant());
      case EXPIRED -> true;
      case NEGATIVE -> false;
    };
  }
}
