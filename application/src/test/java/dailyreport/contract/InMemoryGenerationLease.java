package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.Lease;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leases in memory; several instances under test may share them. */
public final class InMemoryGenerationLease implements GenerationLease {
  private final InstantSource clock;
  private final Wire wire;
  private final Map<ReportKey, Lease> leases = new HashMap<>();
  private int given;

  public InMemoryGenerationLease(InstantSource clock) {
    this.clock = clock;
    this.wire = new Wire(clock);
  }

  /** What was asked of it, and the place to cut it off. */
  public Wire wire() {
    return wire;
  }

  /** The lease as it is stored, ended or not; empty when there is none. */
  public synchronized Optional<Lease> stored(ReportKey key) {
    return Optional.ofNullable(leases.get(key));
  }

  @Override
  public synchronized Claim tryAcquire(ReportKey key, Duration length, Deadline deadline) {
    if (!passes("acquire", key, deadline)) {
      return new Claim.Unavailable();
    }
    Instant now = clock.instant();
    Lease there = leases.get(key);
    if (there != null && now.isBefore(there.until())) {
      return new Claim.Busy(there.until());
    }
    int calls = there == null ? 0 : there.calls();
    return new Claim.Held(put(key, "owner-" + ++given, now.plus(length), calls));
  }

  @Override
  public synchronized Count countCall(Lease lease, Deadline deadline) {
    wire.pass("count", lease.key(), deadline);
    Lease there = leases.get(lease.key());
    if (!owns(lease, there) || there.calls() >= MOST_CALLS) {
      return new Count.Spent();
    }
    return new Count.Allowed(put(lease.key(), lease.owner(), there.until(), there.calls() + 1));
  }

  @Override
  public synchronized void release(Lease lease, Deadline deadline) {
    if (passes("release", lease.key(), deadline) && owns(lease, leases.get(lease.key()))) {
      leases.remove(lease.key());
    }
  }

  @Override
  public synchronized void coolDown(Lease lease, Duration length, Deadline deadline) {
    Lease there = leases.get(lease.key());
    if (passes("coolDown", lease.key(), deadline) && owns(lease, there)) {
      put(lease.key(), lease.owner(), clock.instant().plus(length), there.calls());
    }
  }

  private Lease put(ReportKey key, String owner, Instant until, int calls) {
    var lease = new Lease(key, owner, until, calls, new Tag(owner + "/" + calls + "/" + until));
    leases.put(key, lease);
    return lease;
  }

  private static boolean owns(Lease lease, @Nullable Lease there) {
    return there != null && there.owner().equals(lease.owner());
  }

  private boolean passes(String verb, ReportKey key, Deadline deadline) {
    try {
      wire.pass(verb, key, deadline);
      return true;
    } catch (PortException.Cache e) {
      return false; // leases are best effort: the port never throws here
    }
  }
}
