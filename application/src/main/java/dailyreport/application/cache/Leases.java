package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.Lease;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The right to generate: a lease where there are leases, else what this process counts itself. */
final class Leases {
  private static final Duration CALL = Duration.ofSeconds(1);

  /** A run that outlives its lease by this has been killed. */
  private static final Duration BEYOND_WORK = Duration.ofSeconds(30);

  private final GenerationLease leases;
  private final boolean used;
  private final TierAccess access;
  private final InstantSource clock;

  Leases(Tiers tiers, TierAccess access, InstantSource clock) {
    this.leases = tiers.lease();
    this.used = tiers.backend().shared();
    this.access = access;
    this.clock = clock;
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
    Instant now = clock.instant();
    Duration length = work.remaining(now).plus(BEYOND_WORK);
    Deadline soon = work.atMost(CALL, now);
    Optional<Claim> claim =
        used
            ? access.ask(
                "lease",
                soon,
                () -> leases.tryAcquire(key, length, soon),
                answer -> !(answer instanceof Claim.Unavailable))
            : Optional.empty();
    return claim.orElseGet(Claim.Unavailable::new);
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

    /**
     * When the count cannot be stored this process goes on counting: no user pays for a tier. What
     * was counted here stands even when the stored count knows less.
     */
    @Override
    public synchronized boolean take(Deadline deadline) {
      Deadline soon = deadline.atMost(CALL, clock.instant());
      Optional<Count> count = access.ask("count", soon, () -> leases.countCall(lease, soon));
      if (count.isPresent()) {
        switch (count.get()) {
          case Count.Spent() -> {
            return false;
          }
          case Count.Allowed(Lease counted) -> lease = counted;
        }
      }
      calls = Math.max(calls + 1, lease.calls());
      return calls <= GenerationLease.MOST_CALLS;
    }

    @Override
    public synchronized void release() {
      access.always("lease", () -> leases.release(lease, soon()));
    }

    @Override
    public synchronized void coolDown(Duration length) {
      access.always("lease", () -> leases.coolDown(lease, length, soon()));
    }

    private Deadline soon() {
      return Deadline.in(CALL, clock.instant());
    }
  }
}
