package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemoryGenerationLease;
import dailyreport.contract.InMemoryInvalidationLog;
import dailyreport.contract.InMemorySharedCache;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.ScriptedGenerator;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The world of the stand-ins with the words that tests of one subject need. */
abstract class CacheRig {
  static final ReportKey DAY_BEFORE = new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 10));

  final InMemoryCacheWorld world = new InMemoryCacheWorld();
  final InMemorySharedCache shared = (InMemorySharedCache) world.shared();
  final InMemoryGenerationLease lease = (InMemoryGenerationLease) world.lease();
  final InMemoryInvalidationLog log = (InMemoryInvalidationLog) world.log();

  Instance with(LocalCache local) {
    return with(Tiers.hybrid(local, shared, lease, log));
  }

  Instance with(SharedCache other) {
    return with(Tiers.hybrid(world.newLocalCache(), other, lease, log));
  }

  Instance with(InvalidationLog other) {
    return with(Tiers.hybrid(world.newLocalCache(), shared, lease, other));
  }

  Instance with(Tiers tiers) {
    return world.instance(tiers, tiers.local(), world.policy(), world.generator);
  }

  /** An instance whose reports are fresh for at most that long. */
  Instance capped(Duration life) {
    return world.instance(world.policy().cappedAt(life));
  }

  TieredCache cache(Tiers tiers, JobQueue queue, RecordingEventLog events, Waiting waiting) {
    return new TieredCache(
        tiers,
        world.policy(),
        new EntryGate(EntryGate.live().source(), _ -> true),
        world.generator,
        new GenerationBudget(world.clock),
        queue,
        events,
        world.clock,
        waiting);
  }

  CacheAnswer get(Instance one) {
    return get(one, KEY);
  }

  CacheAnswer get(Instance one, ReportKey key) {
    return one.cache().get(key, Requester.nobody(), work(), work());
  }

  Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }

  void passes(Duration time) {
    world.clock.advance(time);
  }

  /** What the shared tier holds. */
  CacheEntry kept() {
    return ((Lookup.Found) shared.find(KEY, work())).entry();
  }

  /** An entry of the usual report that lives a day from that instant. */
  CacheEntry.Positive entry(Instant startedAt, String generation) {
    return entry(
        new Validity(
            startedAt,
            startedAt.plus(Duration.ofDays(1)),
            startedAt.plus(Duration.ofHours(30)),
            generation));
  }

  CacheEntry.Positive entry(Validity validity) {
    Report report = ScriptedGenerator.report(KEY, world.clock);
    return new CacheEntry.Positive(KEY, report, validity);
  }

  static Served served(CacheAnswer answer) {
    assertThat(answer).isInstanceOf(Served.class);
    return (Served) answer;
  }

  static String generation(CacheAnswer answer) {
    return served(answer).entry().validity().generation();
  }

  static List<AppEvent.CacheError> errors(Instance one) {
    return one.events().of(AppEvent.CacheError.class);
  }

  static AppEvent.CacheError error(AppEvent.Tier tier, String operation, Fault fault) {
    return new AppEvent.CacheError(tier, operation, fault);
  }

  /** Hits and misses in their order, such as {@code LOCAL miss}. */
  static List<String> lookUps(Instance one) {
    var seen = new ArrayList<String>();
    for (AppEvent event : one.events().events()) {
      if (event instanceof AppEvent.CacheHit hit) {
        seen.add(hit.tier() + " " + hit.freshness());
      } else if (event instanceof AppEvent.CacheMiss miss) {
        seen.add(miss.tier() + " miss");
      }
    }
    one.events().clear();
    return seen;
  }
}
