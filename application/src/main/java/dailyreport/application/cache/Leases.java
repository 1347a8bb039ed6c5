package dailyreport.application.cache;

import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.Lease;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;

/** The right to generate: a lease where there are leases, else what this process counts itself. */
final class Leases {
  private static final Duration CALL = Duration.ofSeconds(1);

  /** A run that outlives its lease by this has been killed. */
  private static final Duration BEYOND_WORK = Duration.ofSeconds(30);

  private final GenerationLease leases;
  private final boolean used;
  private final Breaker breaker;
  private final CacheEvents events;

  Leases(Tiers tiers, Breaker breaker, CacheEvents events) {
    this.leases = tiers.lease();
    this.used = tiers.backend().shared();
    this.breaker = breaker;
    this.events = events;
  }

  /** A right that is being used. */
  interface Right extends CallAllowance {
    /** Ends it, so that anybody may generate; also after the deadline of the work. */
    void release();

    /** Ends it, but keeps others out for a while. */
    void coolDown(Duration length);
  }

  boolean used() {
    return used;
  }

  Claim tryAcquire(ReportKey key, Deadline work) {
    if (!used || !breaker.allows()) {
      return new Claim.Unavailable();
    }
    Instant now = events.clock().instant();
    Claim claim =
        leases.tryAcquire(key, work.remaining(now).plus(BEYOND_WORK), work.atMost(CALL, now));
    if (claim instanceof Claim.Unavailable) {
      breaker.faulted(Fault.ERROR);
    } else {
      breaker.answered();
    }
    return claim;
  }

  Right of(Lease lease) {
    return new Leased(lease);
  }

  Right free() {
    return new Free(CallAllowance.of(GenerationLease.MOST_CALLS));
  }

  private record Free(CallAllowance calls) implements Right {
    @Override
    public boolean take(Deadline deadline) {
      return calls.take(deadline);
    }

    @Override
    public void release() {}

    @Override
    public void coolDown(Duration length) {}
  }

  private final class Leased implements Right {
    private Lease lease;
    private int calls;

    private Leased(Lease lease) {
      this.lease = lease;
      this.calls = lease.calls();
    }

    /** When the count cannot be stored this process goes on counting: no user pays for a tier. */
    @Override
    public synchronized boolean take(Deadline deadline) {
      try {
        Deadline soon = deadline.atMost(CALL, events.clock().instant());
        return switch (leases.countCall(lease, soon)) {
          case Count.Allowed(Lease counted) -> {
            lease = counted;
            calls = counted.calls();
            yield true;
          }
          case Count.Spent() -> false;
        };
      } catch (PortException.Cache e) {
        events.fault(Tier.SHARED, "count", e.fault());
        return calls++ < GenerationLease.MOST_CALLS;
      }
    }

    @Override
    public synchronized void release() {
      leases.release(lease, soon());
    }

    @Override
    public synchronized void coolDown(Duration length) {
      leases.coolDown(lease, length, soon());
    }

    private Deadline soon() {
      return Deadline.in(CALL, events.clock().instant());
    }
  }
}
