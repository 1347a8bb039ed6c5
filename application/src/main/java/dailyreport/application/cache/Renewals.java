package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.ReportKey;
import java.time.InstantSource;
import java.util.Optional;

/** Says when a newer report is worth its price, and has it made: by a job, or here. */
final class Renewals {
  private final Lookups lookups;
  private final Coherence coherence;
  private final Judge judge;
  private final Flights flights;
  private final Generations generations;
  private final SessionTtlPolicy policy;
  private final RefreshJobs jobs;
  private final InstantSource clock;

  Renewals(
      Lookups lookups,
      Coherence coherence,
      Judge judge,
      Flights flights,
      Generations generations,
      SessionTtlPolicy policy,
      RefreshJobs jobs,
      InstantSource clock) {
    this.lookups = lookups;
    this.coherence = coherence;
    this.judge = judge;
    this.flights = flights;
    this.generations = generations;
    this.policy = policy;
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

  /** A renewed entry if one is due and comes of it, else what the tiers hold. */
  CacheAnswer now(ReportKey key, Deadline work) {
    Optional<Seen> kept = lookups.local(key, work, true).or(() -> lookups.shared(key, work));
    if (kept.isPresent() && !due(kept.get())) {
      return kept.get().answer(clock.instant());
    }
    CacheAnswer made = flights.join(key, coherence.epoch(), work, () -> made(key, work)).answer();
    return made.about(key) || kept.isEmpty() ? made : kept.get().answer(clock.instant());
  }

  /** Nobody waits for it: another owner's generation is left to that owner. */
  private CacheAnswer made(ReportKey key, Deadline work) {
    var noPatience = new Deadline(clock.instant());
    return generations.run(key, Requester.nobody(), noPatience, work, seen -> !due(seen));
  }

  /**
   * Whether a newer one is worth its price. What is stale only because the watermarks cannot be
   * read is not: a new one would be stale too.
   */
  private boolean due(Seen seen) {
    CacheEntry entry = seen.entry();
    return switch (seen.freshness()) {
      case STALE -> entry.at(clock.instant()) == Freshness.STALE || judge.softened(entry);
      case FRESH -> policy.refreshDue(entry.key(), entry.validity(), clock.instant());
      case EXPIRED -> true;
      case NEGATIVE -> false;
    };
  }
}
