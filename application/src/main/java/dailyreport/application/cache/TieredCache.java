package dailyreport.application.cache;

import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The report cache: a local tier, a shared tier and a generator behind one question. What always
 * holds, and the test that guards it, stands in this package's description; the steps and what each
 * costs: cache.md, section 6.
 */
public final class TieredCache {
  /** Both tiers within the webhook's budget: faults.md, section 2. */
  private static final Duration PEEK = Duration.ofMillis(600);

  private final Backend backend;
  private final Coherence coherence;
  private final Lookups lookups;
  private final Renewals renewals;
  private final Flights flights;
  private final Generations generations;
  private final Invalidation invalidation;
  private final CachedParts parts;
  private final InstantSource clock;

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
    var events = new CacheEvents(log, clock);
    var store = tiers.backend().shared() ? Tier.SHARED : Tier.LOCAL;
    var access = new TierAccess(store, new Breaker(clock), events);
    var local = new LocalTier(tiers, events);
    var shared = new SharedTier(tiers, gate, access, events);
    var jobs = new RefreshJobs(queue, events);
    var repairs = new Repairs(local, shared, jobs, events);
    this.backend = tiers.backend();
    this.clock = clock;
    this.coherence = new Coherence(tiers, access, clock);
    var judge = new Judge(coherence, gate, clock);
    this.lookups =
        new Lookups(local, shared, coherence, judge, repairs, tiers.softTimeout(), events);
    var writes = new WriteThrough(local, shared, coherence, judge, events);
    var paid = new PaidGeneration(lookups, shared, writes, policy, generator, budget, events);
    var leases = new Leases(tiers, access, clock);
    this.flights = new Flights(clock, waiting);
    this.generations = new Generations(lookups, paid, leases, policy.sessions(), events, waiting);
    this.renewals =
        new Renewals(lookups, coherence, judge, flights, generations, policy, jobs, clock);
    this.invalidation = new Invalidation(local, shared, coherence, events);
    this.parts = new CachedParts(shared, local, coherence, judge, jobs, events);
  }

  /** What the tiers hold, within the webhook's time; never waits for a generation. */
  public CacheAnswer peek(ReportKey key, Deadline deadline) {
    Deadline soon = deadline.atMost(PEEK, clock.instant());
    return onward(
        key,
        one ->
            lookups
                .local(one, soon, false)
                .or(() -> lookups.shared(one, soon))
                .map(seen -> renewals.served(seen, deadline))
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
                .map(seen -> renewals.served(seen, work))
                .orElseGet(() -> fly(one, who, patience, work)));
  }

  /** The session before, when a tier has a report of it that may still be served. */
  public Optional<ReportKey> earlier(ReportKey key, Deadline deadline) {
    return generations.before(key, deadline).map(seen -> seen.entry().key());
  }

  /**
   * Makes the report again, unless what the tiers hold is fresh for a while yet; what they hold is
   * the answer when no newer one comes of it.
   */
  public CacheAnswer refresh(ReportKey key, Deadline work) {
    return backend == Backend.OFF
        ? new CacheAnswer.Pending()
        : onward(key, one -> renewals.now(one, work));
  }

  /**
   * Makes older entries of the scope unusable (hard) or stale (soft).
   *
   * @throws PortException.Cache when the cut-off could not be stored: nothing was invalidated
   */
  public void invalidate(Scope scope, Strength strength, Deadline deadline) {
    invalidation.of(scope, strength, deadline);
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

  /**
   * A follower flies itself when the leader's limits and not its own shaped the answer: what the
   * leader has spent denies nobody else, and who has patience left may still wait.
   */
  private CacheAnswer fly(ReportKey key, Requester who, Deadline patience, Deadline work) {
    while (true) {
      Flights.Landed landed =
          flights.join(key, coherence.epoch(), patience, () -> load(key, who, patience, work));
      boolean another =
          switch (landed.answer()) {
            case CacheAnswer.Denied _ -> !landed.own();
            case CacheAnswer.Pending _ -> !landed.own() && !patience.passed(clock.instant());
            case CacheAnswer.Served _, CacheAnswer.Absent _, CacheAnswer.Failed _ -> false;
          };
      if (!another) {
        return landed.answer();
      }
    }
  }

  private CacheAnswer load(ReportKey key, Requester who, Deadline patience, Deadline work) {
    return lookups
        .shared(key, work)
        .map(seen -> renewals.served(seen, work))
        .orElseGet(() -> generations.run(key, who, patience, work, Seen::usable));
  }
}
