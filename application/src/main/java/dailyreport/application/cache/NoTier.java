package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.Lease;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Occupancy;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.Optional;

/** Stands where a backend has no tier: keeps nothing, leases nothing, was never invalidated. */
enum NoTier implements LocalCache, SharedCache, GenerationLease, InvalidationLog {
  INSTANCE;

  @Override
  public Optional<LocalCopy> find(ReportKey key) {
    return Optional.empty();
  }

  @Override
  public void store(LocalCopy copy) {}

  @Override
  public void evict(Scope scope) {}

  @Override
  public Occupancy usage() {
    return new Occupancy(0, 0);
  }

  @Override
  public Lookup find(ReportKey key, Deadline deadline) {
    return new Lookup.None();
  }

  @Override
  public Lookup findUnlessTagged(ReportKey key, Tag known, Deadline deadline) {
    return new Lookup.None();
  }

  @Override
  public Tags tags(ReportKey key, Deadline deadline) {
    return Tags.none();
  }

  @Override
  public Commit commit(Bundle bundle, Tags expected, Deadline deadline) {
    return new Commit.Conflict();
  }

  @Override
  public Commit commit(CacheEntry.Negative entry, Tag expected, Deadline deadline) {
    return new Commit.Conflict();
  }

  @Override
  public Optional<byte[]> part(ReportKey key, PartRef ref, Deadline deadline) {
    return Optional.empty();
  }

  @Override
  public void delete(Scope scope, Deadline deadline) {}

  @Override
  public Claim tryAcquire(ReportKey key, Duration length, Deadline deadline) {
    return new Claim.Unavailable();
  }

  @Override
  public Count countCall(Lease lease, Deadline deadline) {
    return new Count.Spent();
  }

  @Override
  public void release(Lease lease, Deadline deadline) {}

  @Override
  public void coolDown(Lease lease, Duration length, Deadline deadline) {}

  @Override
  public Watermarks current(Deadline deadline) {
    return Watermarks.none();
  }

  @Override
  public Watermarks raise(Scope scope, Strength strength, Deadline deadline) {
    return Watermarks.none();
  }
}
