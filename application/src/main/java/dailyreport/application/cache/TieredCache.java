package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The report cache: a local tier, a shared tier and a generator behind one question. The protocol,
 * its invariants and what each step costs: cache.md, section 6.
 *
 * <p>Faults of a tier never reach the caller. When a method returns, the cache owns no running
 * work.
 */
public final class TieredCache {
  /** Both tiers within the webhook's budget: faults.md, section 2. */
  private static final Duration PEEK = Duration.ofMillis(600);

  private final Backend backend;
  private final LocalTier local;
  private final SharedTier shared;
  private final Coherence coherence;
  private final Lookups lookups;
  private final Flights flights;
  private final Generations generations;
  private final RefreshJobs refreshJobs;
  private final SessionTtlPolicy policy;
  private final CacheEvents events;
  private final CachedParts parts;

  /**
   * A cache over these.
   *
   * @param policy mints the life of what is generated, once
   * @param gate refuses entries made from other prices, or whose text fails the output check
   * @param queue takes refresh and rebuild jobs
   * @param waiting every wait for another instance or thread
   */
  public TieredCache(
      Tiers tiers,
      SessionTtlPolicy policy,
      EntryGate gate,
      ReportGenerator generator,
      GenerationBudget budget,
      JobQueue queue,
      EventLog log,
      InstantSource clock,
      Waiting waiting) {
    this.backend = tiers.backend();
    this.policy = policy;
    this.events = new CacheEvents(log, clock);
    var breaker = new Breaker(clock);
    this.local = new LocalTier(tiers, events);
    this.shared = new SharedTier(tiers, gate, breaker, events);
    this.coherence = new Coherence(tiers, breaker, events);
    this.refreshJobs = new RefreshJobs(queue, events);
    var repairs = new Repairs(local, shared, refreshJobs, events);
    this.lookups =
        new Lookups(local, shared, coherence, gate, repairs, tiers.softTimeout(), events);
    this.flights = new Flights(clock, waiting);
    this.generations =
        new Generations(
            lookups,
            shared,
            new WriteThrough(local, shared, coherence, events),
            new Leases(tiers, breaker, events),
            policy,
            generator,
            budget,
            events,
            waiting);
    this.parts = new CachedParts(shared, local, coherence, refreshJobs, events);
  }

  /** What the tiers hold, within the webhook's time; never waits for a generation. */
  public CacheAnswer peek(ReportKey key, Deadline deadline) {
    Deadline soon = deadline.atMost(PEEK, now());
    return onward(
        key,
        one ->
            lookups
                .local(one, soon, false)
                .or(() -> lookups.shared(one, soon))
                .map(seen -> served(seen, deadline))
                .orElseGet(CacheAnswer.Pending::new));
  }

  /**
   * What the tiers hold, else a new report.
   *
   * @param who is charged if one is made
   * @param patience bounds waiting for somebody else's generation
   * @param work bounds one's own
   */
  public CacheAnswer get(ReportKey key, Requester who, Deadline patience, Deadline work) {
    return onward(
        key,
        one ->
            lookups
                .local(one, work, true)
                .map(seen -> served(seen, work))
                .orElseGet(() -> fly(one, who, patience, work)));
  }

  /** Makes the report again, unless what the tiers hold is fresh for a while yet. */
  public CacheAnswer refresh(ReportKey key, Deadline work) {
    if (backend == Backend.OFF) {
      return new CacheAnswer.Pending();
    }
    return onward(
        key,
        one -> {
          Optional<Seen> kept = lookups.local(one, work, true).or(() -> lookups.shared(one, work));
          return kept.isPresent() && !wantsRefresh(kept.get())
              ? kept.get().answer(now())
              : flights
                  .join(
                      one,
                      coherence.epoch(),
                      work,
                      () ->
                          generations.run(
                              one,
                              Requester.nobody(),
                              new Deadline(now()),
                              work,
                              seen -> !wantsRefresh(seen)))
                  .answer();
        });
  }

  /**
   * Makes older entries of the scope unusable (hard) or stale (soft). The cut-off is the truth;
   * deleting is hygiene.
   *
   * @throws PortException.Cache when the cut-off could not be stored: nothing was invalidated
   */
  public void invalidate(Scope scope, Strength strength, Deadline deadline) {
    coherence.raise(scope, strength, deadline);
    if (strength == Strength.HARD) {
      local.evict(scope);
      shared.delete(scope, deadline);
    }
    events
        .log()
        .record(new AppEvent.Invalidated(label(scope), strength.name().toLowerCase(Locale.ROOT)));
  }

  /** The parts beside the records. */
  public CachedParts parts() {
    return parts;
  }

  /** Goes on, once, with the newest session the source has when it has none for this one. */
  private static CacheAnswer onward(ReportKey key, Function<ReportKey, CacheAnswer> ask) {
    CacheAnswer answer = ask.apply(key);
    return answer instanceof CacheAnswer.Absent(_, var newest)
            && newest.isPresent()
            && newest.get().isBefore(key.session())
        ? ask.apply(new ReportKey(key.ticker(), newest.get()))
        : answer;
  }

  /** A follower is not denied for what the leader has spent: it flies itself. */
  private CacheAnswer fly(ReportKey key, Requester who, Deadline patience, Deadline work) {
    while (true) {
      Flights.Landed landed =
          flights.join(key, coherence.epoch(), patience, () -> load(key, who, patience, work));
      if (landed.own() || !(landed.answer() instanceof CacheAnswer.Denied)) {
        return landed.answer();
      }
    }
  }

  private CacheAnswer load(ReportKey key, Requester who, Deadline patience, Deadline work) {
    return lookups
        .shared(key, work)
        .map(seen -> served(seen, work))
        .orElseGet(() -> generations.run(key, who, patience, work, Seen::usable));
  }

  private CacheAnswer served(Seen seen, Deadline deadline) {
    if (wantsRefresh(seen)) {
      refreshJobs.refresh(seen.entry().key(), deadline);
    }
    return seen.answer(now());
  }

  /**
   * Whether a newer one is worth its price. What is stale only because the watermarks cannot be
   * read is not: a new one would be stale too.
   */
  private boolean wantsRefresh(Seen seen) {
    CacheEntry entry = seen.entry();
    return switch (seen.freshness()) {
      case STALE -> entry.at(now()) == Freshness.STALE || coherence.softened(entry);
      case FRESH -> policy.refreshDue(entry.key(), entry.validity(), now());
      case EXPIRED -> true;
      case NEGATIVE -> false;
    };
  }

  private Instant now() {
    return events.clock().instant();
  }

  private static String label(Scope scope) {
    return switch (scope) {
      case Scope.All() -> "all";
      case Scope.OfTicker(_) -> "ticker";
      case Scope.OfSession(_) -> "session";
      case Scope.OfKey(_) -> "entry";
    };
  }
}
