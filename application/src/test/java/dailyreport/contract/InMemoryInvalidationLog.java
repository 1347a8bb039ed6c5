package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.InvalidationLog;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import java.time.Instant;
import java.time.InstantSource;

/** Invalidation log in memory; several instances under test may share one. */
public final class InMemoryInvalidationLog implements InvalidationLog {
  private final InstantSource clock;
  private final Wire wire;
  private Watermarks watermarks = Watermarks.none();

  public InMemoryInvalidationLog(InstantSource clock) {
    this.clock = clock;
    this.wire = new Wire(clock);
  }

  /** What was asked of it, and the place to cut it off. */
  public Wire wire() {
    return wire;
  }

  @Override
  public synchronized Watermarks current(Deadline deadline) {
    wire.pass("current", "watermarks", deadline);
    return watermarks;
  }

  @Override
  public synchronized Watermarks raise(Scope scope, Strength strength, Deadline deadline) {
    wire.pass("raise", scope, deadline);
    Instant now = clock.instant();
    watermarks = watermarks.raised(scope, strength, now).pruned(now);
    return watermarks;
  }
}
