package dailyreport.contract;

import dailyreport.application.cache.Tiers;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.SharedCache;
import dailyreport.domain.report.ReportKey;
import java.util.List;

/** The world of the stand-ins. */
public final class InMemoryCacheWorld extends CacheWorld {
  private final InMemorySharedCache shared = new InMemorySharedCache(clock);
  private final InMemoryGenerationLease lease = new InMemoryGenerationLease(clock);
  private final InMemoryInvalidationLog log = new InMemoryInvalidationLog(clock);
  private final List<Wire> wires = List.of(shared.wire(), lease.wire(), log.wire());

  @Override
  public LocalCache newLocalCache() {
    return new InMemoryLocalCache();
  }

  @Override
  public Tiers localTiers() {
    return Tiers.sqlite(newLocalCache(), new InMemoryInvalidationLog(clock));
  }

  @Override
  public SharedCache shared() {
    return shared;
  }

  @Override
  public GenerationLease lease() {
    return lease;
  }

  @Override
  public InvalidationLog log() {
    return log;
  }

  @Override
  public void cut(Fault fault) {
    wires.forEach(wire -> wire.cut(fault));
  }

  @Override
  public void mend() {
    wires.forEach(Wire::mend);
  }

  /** A stand-in has no bytes: whatever is wrong with them, its reader is told the same. */
  @Override
  public void spoil(ReportKey key, Spoiling how) {
    shared.spoil(key, Fault.INVALID);
  }

  @Override
  public void refuseNextRecord() {
    shared.refuseNextRecord();
  }

  @Override
  public long recordReads() {
    return shared.wire().count("find");
  }

  @Override
  public long commits() {
    return shared.wire().count("commit");
  }

  @Override
  public long requests() {
    return wires.stream().mapToLong(wire -> wire.calls().size()).sum();
  }

  @Override
  public boolean leaseHeld(ReportKey key) {
    return lease.stored(key).isPresent();
  }
}
