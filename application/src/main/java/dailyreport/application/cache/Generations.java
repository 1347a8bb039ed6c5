package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.LockState;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Has a report made, by at most one instance at a time: cache.md, section 6, steps 4 and 8. */
final class Generations {
  /** After a transient failure nobody tries again for this long. */
  private static final Duration COOL_DOWN = Duration.ofSeconds(60);

  /** With less time a generation is not begun: it would only end in a cool-down. */
  private static final Duration LEAST_WORK = Duration.ofSeconds(10);

  private static final int MOST_KEYS = 1_000;

  private final Lookups lookups;
  private final PaidGeneration paid;
  private final Leases leases;
  private final Sessions sessions;
  private final CacheEvents events;
  private final Waiting waiting;
  private final Lately<ReportKey> coolingDown;

  Generations(
      Lookups lookups,
      PaidGeneration paid,
      Leases leases,
      Sessions sessions,
      CacheEvents events,
      Waiting waiting) {
    this.lookups = lookups;
    this.paid = paid;
    this.leases = leases;
    this.sessions = sessions;
    this.events = events;
    this.waiting = waiting;
    this.coolingDown = new Lately<>(events.clock(), COOL_DOWN, MOST_KEYS);
  }

  /**
   * Makes the report, or waits for who does.
   *
   * @param patience bounds the wait for another instance
   * @param work bounds the generation
   * @param enough what a tier must hold so that nothing is made
   */
  CacheAnswer run(
      ReportKey key, Requester who, Deadline patience, Deadline work, Predicate<Seen> enough) {
    if (coolingDown.has(key)) {
      return olderOr(key, work, key + " cools down after a fault");
    }
    var owner = new OwnerWatch(lookups, waiting, events.clock(), patience, work);
    boolean waited = false;
    while (true) {
      if (work.remaining(events.clock().instant()).compareTo(LEAST_WORK) < 0) {
        events.log().record(new AppEvent.DeadlineMissed("generation"));
        return new CacheAnswer.Pending();
      }
      switch (leases.tryAcquire(key, work)) {
        case Claim.Held(var lease) -> {
          boolean takeOver = waited || lease.calls() > 0;
          events.lock(takeOver ? LockState.TAKEOVER : LockState.ACQUIRED);
          return lead(key, who, work, enough, leases.of(lease));
        }
        case Claim.Unavailable() -> {
          if (Thread.currentThread().isInterrupted()) {
            return new CacheAnswer.Pending(); // called off while it asked: that is no permission
          }
          if (leases.used()) {
            events.lock(LockState.UNAVAILABLE);
          }
          return lead(key, who, work, enough, leases.free());
        }
        case Claim.Busy(var until) -> {
          if (!waited) {
            events.lock(LockState.WAITED);
            waited = true;
          }
          Optional<Seen> theirs = owner.valueBy(until, key, enough);
          if (theirs.isPresent()) {
            return theirs.get().answer(events.clock().instant());
          }
          if (owner.givenUp()) {
            return new CacheAnswer.Pending();
          }
        }
      }
    }
  }

  private CacheAnswer lead(
      ReportKey key, Requester who, Deadline work, Predicate<Seen> enough, Leases.Right right) {
    boolean ended = false;
    try {
      Optional<Seen> meanwhile = lookups.again(key, enough, work);
      CacheAnswer answer =
          meanwhile.isPresent()
              ? meanwhile.get().answer(events.clock().instant())
              : paid.of(key, who, right, work);
      right.release();
      ended = true;
      return answer;
    } catch (PortException e) {
      ended = true;
      coolDown(key, right);
      return olderOr(key, work, String.valueOf(e.getMessage()));
    } finally {
      if (!ended) {
        coolDown(key, right); // a bug: let it fly, but do not let everybody run into it
      }
    }
  }

  private void coolDown(ReportKey key, Leases.Right right) {
    right.coolDown(COOL_DOWN);
    coolingDown.add(key);
  }

  /** The session before, as long as its own life allows, and always as stale. */
  private CacheAnswer olderOr(ReportKey key, Deadline work, String cause) {
    return before(key, work)
        .map(seen -> new Seen(seen.entry(), seen.source(), seen.tag(), Freshness.STALE))
        .map(seen -> seen.answer(events.clock().instant()))
        .orElseGet(() -> new CacheAnswer.Failed(cause));
  }

  /** The report of the session before, as long as its own life allows. */
  Optional<Seen> before(ReportKey key, Deadline work) {
    return lookups.anyAge(
        sessions.before(key),
        seen -> seen.usable() && seen.entry() instanceof CacheEntry.Positive,
        work);
  }
}
