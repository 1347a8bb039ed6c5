package dailyreport.contract.history;

import dailyreport.application.cache.Tiers;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tags;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.InMemoryGenerationLease;
import dailyreport.contract.InMemoryInvalidationLog;
import dailyreport.contract.InMemoryLocalCache;
import dailyreport.contract.InMemorySharedCache;
import dailyreport.contract.Intercept;
import dailyreport.contract.Wire;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.ReportKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The world of the stand-ins with one of them broken, to see whether a suite notices. */
final class TamperedCacheWorld extends CacheWorld {
  private static final long DAY_SECONDS = 86_400;

  /** What is broken. */
  enum Flaw {
    /** A writer replaces whatever there is. */
    COMMIT_IGNORES_TAGS,
    /** Who loses a commit still leaves its parts, and they are handed out for anybody's. */
    PART_IGNORES_DIGEST,
    /** What is copied down lives a day longer. */
    COPY_LIVES_ON,
    /** A local look-up finds the first copy of a key and never a later one. */
    COPY_STAYS,
    /** A hard cut-off is told to who raised it, and to nobody who asks. */
    LOG_FORGETS,
    /** Anybody may generate at any time. */
    LEASE_FOR_ALL
  }

  private final Flaw flaw;
  private final InMemorySharedCache shared = new InMemorySharedCache(clock);
  private final InMemoryGenerationLease lease = new InMemoryGenerationLease(clock);
  private final InMemoryInvalidationLog log = new InMemoryInvalidationLog(clock);
  private final List<Wire> wires = List.of(shared.wire(), lease.wire(), log.wire());
  private final Map<ReportKey, List<Part>> offered = new HashMap<>();

  TamperedCacheWorld(Flaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public LocalCache newLocalCache() {
    var first = new HashMap<ReportKey, LocalCopy>();
    LocalCache real = new InMemoryLocalCache();
    return Intercept.calls(
        LocalCache.class,
        real,
        (method, arguments, through) -> {
          if (method.equals("store") && arguments[0] instanceof LocalCopy copy) {
            first.putIfAbsent(copy.entry().key(), copy);
            real.store(flaw == Flaw.COPY_LIVES_ON ? livingOn(copy) : copy);
            return null;
          }
          return method.equals("find") && flaw == Flaw.COPY_STAYS
              ? Optional.ofNullable(first.get((ReportKey) arguments[0]))
              : through.call();
        });
  }

  private static LocalCopy livingOn(LocalCopy copy) {
    if (!(copy.entry() instanceof CacheEntry.Positive(var key, var report, var life))) {
      return copy;
    }
    var longer =
        new Validity(
            life.startedAt(),
            life.freshUntil().plusSeconds(DAY_SECONDS),
            life.usableUntil().plusSeconds(DAY_SECONDS),
            life.generation());
    return new LocalCopy(
        new CacheEntry.Positive(key, report, longer), copy.sharedTag(), copy.checkedAt());
  }

  @Override
  public SharedCache shared() {
    return Intercept.calls(
        SharedCache.class,
        shared,
        (method, arguments, through) -> {
          if (flaw == Flaw.COMMIT_IGNORES_TAGS && arguments[0] instanceof Bundle bundle) {
            var deadline = (Deadline) arguments[2];
            Tags now = shared.tags(bundle.entry().key(), deadline);
            return shared.commit(bundle, now, deadline);
          }
          if (flaw == Flaw.PART_IGNORES_DIGEST && arguments[0] instanceof Bundle bundle) {
            if (!bundle.parts().isEmpty()) {
              offered.put(bundle.entry().key(), bundle.parts());
            }
          }
          return flaw == Flaw.PART_IGNORES_DIGEST && method.equals("part")
              ? offered((ReportKey) arguments[0])
              : through.call();
        });
  }

  private Optional<byte[]> offered(ReportKey key) {
    return Stream.ofNullable(offered.get(key)).map(parts -> parts.getFirst().bytes()).findFirst();
  }

  @Override
  public GenerationLease lease() {
    return Intercept.calls(
        GenerationLease.class,
        lease,
        (method, arguments, through) -> {
          if (flaw == Flaw.LEASE_FOR_ALL && method.equals("tryAcquire")) {
            lease
                .stored((ReportKey) arguments[0])
                .ifPresent(held -> lease.release(held, (Deadline) arguments[2]));
          }
          return through.call();
        });
  }

  @Override
  public InvalidationLog log() {
    return Intercept.calls(
        InvalidationLog.class,
        log,
        (method, _, through) -> {
          @Nullable Object answer = through.call();
          return flaw == Flaw.LOG_FORGETS && method.equals("current")
              ? withoutHardOnes((Watermarks) answer)
              : answer;
        });
  }

  private static Watermarks withoutHardOnes(Watermarks all) {
    return new Watermarks(
        all.epoch(),
        all.cutOffs().stream().filter(cut -> cut.strength() == Strength.SOFT).toList());
  }

  @Override
  public void cut(Fault fault) {
    wires.forEach(wire -> wire.cut(fault));
  }

  @Override
  public void mend() {
    wires.forEach(Wire::mend);
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
  public Tiers localTiers() {
    return Tiers.sqlite(newLocalCache(), new InMemoryInvalidationLog(clock));
  }

  @Override
  public void spoil(ReportKey key, Spoiling how) {
    shared.spoil(key, Fault.INVALID);
  }

  @Override
  public void refuseNextRecord() {
    shared.refuseNextRecord();
  }

  @Override
  public boolean leaseHeld(ReportKey key) {
    return lease.stored(key).isPresent();
  }
}
