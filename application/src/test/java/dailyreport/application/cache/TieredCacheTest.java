package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.Job;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Occupancy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemoryInvalidationLog;
import dailyreport.contract.InMemoryJobQueue;
import dailyreport.contract.InMemoryLocalCache;
import dailyreport.contract.InMemorySharedCache;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.ScriptedGenerator;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the numbered scenarios leave open. */
class TieredCacheTest {
  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  @Test
  void aMissAsLeaderCostsThirteenRequestsBesidesThoseOfTheBundle() {
    Instance one = world.instance();

    get(one);

    // Control, record, lease, record again, tags, the session before, control, commit, release:
    // tags and commit stand for one HEAD and one PUT for each object of the bundle.
    assertThat(world.requests()).isEqualTo(9);
  }

  @Test
  void aSharedHitCostsOneReadAndOneOfTheControlObject() {
    get(world.instance());
    long before = world.requests();

    get(world.instance());

    assertThat(world.requests()).isEqualTo(before + 2);
  }

  @Test
  void aLocalTierThatAlwaysBreaksCostsOnlyEvents() {
    LocalCache broken = new BrokenLocalCache();
    Instance one =
        world.instance(
            Tiers.hybrid(broken, world.shared(), world.lease(), world.log()),
            broken,
            world.policy(),
            world.generator);

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);
    assertThat(served(get(one)).source()).isEqualTo(Source.SHARED);

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(one.events().of(AppEvent.CacheError.class))
        .isNotEmpty()
        .allMatch(error -> error.tier() == AppEvent.Tier.LOCAL && error.kind() == Fault.CORRUPT);
  }

  @Test
  void aBrokenLocalTierAloneStillGenerates() {
    LocalCache broken = new BrokenLocalCache();
    Instance one =
        world.instance(Tiers.sqlite(broken, world.log()), broken, world.policy(), world.generator);

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);
    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);
  }

  @Test
  void f64ALocalRowThatClaimsMoreThanAnyPolicyGrantsIsAMiss() {
    Instance one = world.instance();
    var greedy =
        new Validity(
            Examples.NOW,
            Examples.NOW.plus(Duration.ofDays(30)),
            Examples.NOW.plus(Duration.ofDays(30)),
            "0");
    one.local()
        .store(
            new LocalCopy(
                new CacheEntry.Positive(KEY, ScriptedGenerator.report(KEY, world.clock), greedy),
                Tag.none(),
                Examples.NOW));

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);

    assertThat(one.events().of(AppEvent.CacheError.class))
        .containsExactly(
            new AppEvent.CacheError(AppEvent.Tier.LOCAL, "get", Fault.METADATA),
            new AppEvent.CacheError(AppEvent.Tier.LOCAL, "get", Fault.METADATA));
  }

  @Test
  void anEntryOfAnotherSourceIsAMiss() {
    get(world.instance());
    var local = new InMemoryLocalCache();
    var queue = new InMemoryJobQueue(world.clock);
    var events = new RecordingEventLog();
    var pinned =
        new TieredCache(
            Tiers.hybrid(local, world.shared(), world.lease(), world.log()),
            world.policy(),
            EntryGate.pinned("sample"),
            world.generator,
            new GenerationBudget(world.clock),
            queue,
            events,
            world.clock,
            world.waiting());

    assertThat(pinned.peek(KEY, work())).isEqualTo(new Pending());
    pinned.get(KEY, Requester.nobody(), work(), work());
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void tm17ASharedEntryWhoseTextFailsTheGateIsAMissAndOverwritten() {
    get(world.instance());
    var gate = new EntryGate(_ -> true, _ -> false);
    var local = new InMemoryLocalCache();
    var events = new RecordingEventLog();
    var strict =
        new TieredCache(
            Tiers.hybrid(local, world.shared(), world.lease(), world.log()),
            world.policy(),
            gate,
            world.generator,
            new GenerationBudget(world.clock),
            new InMemoryJobQueue(world.clock),
            events,
            world.clock,
            world.waiting());

    CacheAnswer answer = strict.get(KEY, Requester.nobody(), work(), work());

    assertThat(served(answer).source()).isEqualTo(Source.GENERATED);
    assertThat(events.of(AppEvent.CacheError.class))
        .contains(new AppEvent.CacheError(AppEvent.Tier.SHARED, "get", Fault.INVALID));
    assertThat(local.find(KEY)).isPresent();
    // The gate is for what comes from the shared tier: the local copy is served without it.
    assertThat(served(strict.peek(KEY, work())).source()).isEqualTo(Source.LOCAL);
  }

  @Test
  void s21ASpoiledRecordIsAMissWithItsReasonAndIsReplaced() {
    var shared = (InMemorySharedCache) world.shared();
    for (Fault fault : List.of(Fault.INVALID, Fault.METADATA, Fault.CLOCK)) {
      shared.spoil(KEY, fault);
      Instance one = world.instance();

      assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);

      assertThat(one.events().of(AppEvent.CacheError.class))
          .contains(new AppEvent.CacheError(AppEvent.Tier.SHARED, "get", fault));
      assertThat(shared.find(KEY, work())).isInstanceOf(Lookup.Found.class);
    }
  }

  @Test
  void i3UnreadableWatermarksLeaveTheLastCopyTenMinutesAndThenNothingIsFresh() {
    Instance one = world.instance();
    get(one);
    var log = (InMemoryInvalidationLog) world.log();
    log.wire().cut(Fault.PERMISSION);

    world.clock.advance(Duration.ofMinutes(9));
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.FRESH);
    world.clock.advance(Duration.ofMinutes(1));
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.STALE);

    assertThat(one.queue().pending()).as("a new one would be stale too").isEmpty();
    log.wire().mend();
    world.clock.advance(Duration.ofSeconds(11));
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.FRESH);
  }

  @Test
  void aCutOffThatCouldNotBeStoredIsTold() {
    Instance one = world.instance();
    world.cut(Fault.TIMEOUT);

    assertThatThrownBy(() -> one.cache().invalidate(new Scope.All(), Strength.HARD, work()))
        .isInstanceOf(PortException.Cache.class);

    assertThat(one.events().of(AppEvent.Invalidated.class)).isEmpty();
  }

  @Test
  void modelCallsAreCountedThroughTheLeaseAcrossTakeOvers() {
    var taken = new AtomicInteger();
    Instance one =
        world.instance(
            Tiers.hybrid(world.newLocalCache(), world.shared(), world.lease(), world.log()),
            world.newLocalCache(),
            world.policy(),
            (key, _, allowance, deadline) -> {
              while (allowance.take(deadline)) {
                taken.incrementAndGet();
              }
              return new Generation.Made(
                  ScriptedGenerator.report(key, world.clock), List.of(), Outcome.COMPLETE);
            });
    var killed = (Claim.Held) world.lease().tryAcquire(KEY, Duration.ofSeconds(60), work());
    assertThat(world.lease().countCall(killed.lease(), work())).isInstanceOf(Count.Allowed.class);
    world.clock.advance(Duration.ofSeconds(60));

    get(one);

    assertThat(taken).hasValue(1);
    assertThat(one.events().of(AppEvent.Lock.class))
        .containsExactly(new AppEvent.Lock(AppEvent.LockState.TAKEOVER));
  }

  @Test
  void withoutLeasesTwoModelCallsAreAllowed() {
    var taken = new AtomicInteger();
    world.cut(Fault.TIMEOUT);
    Instance one =
        world.instance(
            Tiers.hybrid(world.newLocalCache(), world.shared(), world.lease(), world.log()),
            world.newLocalCache(),
            world.policy(),
            (key, _, allowance, deadline) -> {
              while (allowance.take(deadline)) {
                taken.incrementAndGet();
              }
              return new Generation.Made(
                  ScriptedGenerator.report(key, world.clock), List.of(), Outcome.COMPLETE);
            });

    get(one);

    assertThat(taken).hasValue(2);
    assertThat(one.events().of(AppEvent.Lock.class))
        .containsExactly(new AppEvent.Lock(AppEvent.LockState.UNAVAILABLE));
  }

  @Test
  void refreshMakesAStaleReportAgainOnceAndLeavesAFreshOneAlone() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one);
    one.cache().refresh(KEY, work());
    assertThat(world.generator.calls()).isEqualTo(1);

    world.clock.advance(Duration.ofHours(7));
    one.cache().refresh(KEY, work());
    one.cache().refresh(KEY, work());

    assertThat(world.generator.calls()).isEqualTo(2);
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.FRESH);
  }

  @Test
  void pastEightTenthsOfALifeByTheHoursAFreshHitAsksForARefreshWhichMakesIt() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(10)));
    get(one);
    world.clock.advance(Duration.ofHours(9));

    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.FRESH);
    get(one);

    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Refresh(KEY));
    one.cache().refresh(KEY, work());
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void refreshDoesNotWaitForAnotherOwner() {
    world.lease().tryAcquire(KEY, Duration.ofSeconds(60), work());

    assertThat(world.instance().cache().refresh(KEY, work())).isEqualTo(new Pending());

    assertThat(world.clock.instant()).isEqualTo(Examples.NOW);
    assertThat(world.generator.calls()).isZero();
  }

  @Test
  void aDamagedPartIsAbsentAndAskedForAndItsRebuildKeepsTheValidity() {
    Instance one = world.instance();
    get(one);
    var shared = (InMemorySharedCache) world.shared();
    byte[] other = "of another generation".getBytes(StandardCharsets.UTF_8);
    shared.leaveBehind(KEY, Part.of(PartName.CHART, other));

    assertThat(one.cache().parts().bytes(KEY, PartName.CHART, work())).isEmpty();
    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Rebuild(KEY, PartName.CHART));

    Validity before = entry(KEY).validity();
    byte[] drawn = "drawn again".getBytes(StandardCharsets.UTF_8);
    boolean rebuilt =
        one.cache()
            .parts()
            .rebuild(KEY, PartName.CHART, _ -> Optional.of(Part.of(PartName.CHART, drawn)), work());

    assertThat(rebuilt).isTrue();
    assertThat(entry(KEY).validity()).isEqualTo(before);
    assertThat(one.cache().parts().bytes(KEY, PartName.CHART, work())).contains(drawn);
    assertThat(one.cache().parts().bytes(KEY, PartName.PDF, work())).isPresent();
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s14AnOwnerIsLookedAtTwelveTimesHoweverPatientTheCaller() {
    world.lease().tryAcquire(KEY, Duration.ofMinutes(30), work());
    Instance one = world.instance();
    var patient = Deadline.in(Duration.ofMinutes(20), world.clock.instant());
    long before = world.recordReads();

    assertThat(one.cache().get(KEY, Requester.nobody(), patient, patient)).isEqualTo(new Pending());

    assertThat(world.recordReads() - before).isEqualTo(1 + 12);
  }

  @Test
  void s10WithoutLeasesTheCoolDownIsThisInstances() {
    var local = world.newLocalCache();
    Instance one =
        world.instance(Tiers.sqlite(local, world.log()), local, world.policy(), world.generator);
    world.generator.fails();
    for (int i = 0; i < 5; i++) {
      assertThat(get(one)).isInstanceOf(CacheAnswer.Failed.class);
    }
    assertThat(world.generator.calls()).isEqualTo(1);

    world.clock.advance(Duration.ofSeconds(60));
    get(one);
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void onlyAReportIsChargedNeitherAnAbsenceNorAFailure() {
    Requester person = Requester.of("one");
    Instance one = world.instance();
    for (int i = 0; i < 2 * GenerationBudget.AN_HOUR; i++) {
      if (i % 2 == 0) {
        world.generator.knowsNothing();
      } else {
        world.generator.fails();
      }
      var key = new ReportKey(KEY.ticker(), KEY.session().minusDays(i));
      assertThat(one.cache().get(key, person, work(), work()))
          .isNotInstanceOf(CacheAnswer.Denied.class);
    }
    world.generator.heals();
    world.clock.advance(Duration.ofMinutes(11));

    assertThat(one.cache().get(KEY, person, work(), work())).isInstanceOf(Served.class);
  }

  @Test
  void modelCallsStayTwoWhenTheirCountCannotBeStored() {
    var taken = new AtomicInteger();
    Instance one =
        world.instance(
            Tiers.hybrid(world.newLocalCache(), world.shared(), world.lease(), world.log()),
            world.newLocalCache(),
            world.policy(),
            (key, _, allowance, deadline) -> {
              world.cut(Fault.TIMEOUT);
              for (int i = 0; i < 5; i++) {
                taken.addAndGet(allowance.take(deadline) ? 1 : 0);
              }
              return new Generation.Made(
                  ScriptedGenerator.report(key, world.clock), List.of(), Outcome.COMPLETE);
            });

    get(one);

    assertThat(taken).hasValue(2);
  }

  @Test
  void aGenerationThatCannotEndInTimeIsNotBegun() {
    Instance one = world.instance();
    var soon = Deadline.in(Duration.ofMillis(9_999), world.clock.instant());

    assertThat(one.cache().get(KEY, Requester.nobody(), soon, soon)).isEqualTo(new Pending());

    assertThat(world.generator.calls()).isZero();
    assertThat(world.leaseHeld()).isFalse();
    assertThat(one.events().of(AppEvent.DeadlineMissed.class))
        .containsExactly(new AppEvent.DeadlineMissed("generation"));
  }

  @Test
  void aRebuiltPartReachesOtherInstancesWithinTheWindow() {
    Instance one = world.instance();
    Instance other = world.instance();
    get(one);
    get(other);
    byte[] drawn = "drawn again".getBytes(StandardCharsets.UTF_8);
    one.cache()
        .parts()
        .rebuild(KEY, PartName.CHART, _ -> Optional.of(Part.of(PartName.CHART, drawn)), work());
    world.clock.advance(Duration.ofSeconds(61));

    Served answer = served(get(other));

    assertThat(answer.source()).isEqualTo(Source.LOCAL);
    assertThat(answer.report().part(PartName.CHART).map(PartRef::sha256))
        .contains(Part.sha256(drawn));
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s19WhoHasSomethingUsableGivesTheSharedTierThreeHundredMilliseconds() {
    var local = world.newLocalCache();
    get(
        world.instance(
            Tiers.hybrid(local, world.shared(), world.lease(), world.log()),
            local,
            world.policy().cappedAt(Duration.ofHours(6)),
            world.generator));
    world.clock.advance(Duration.ofHours(7));
    var deadlines = new ArrayList<Deadline>();
    Instance stale =
        world.instance(
            Tiers.hybrid(
                local,
                watched(SharedCache.class, world.shared(), deadlines),
                world.lease(),
                watched(InvalidationLog.class, world.log(), deadlines)),
            local,
            world.policy(),
            world.generator);

    assertThat(served(get(stale)).freshness()).isEqualTo(Freshness.STALE);

    assertThat(deadlines)
        .hasSize(2)
        .containsOnly(Deadline.in(Duration.ofMillis(300), world.clock.instant()));
  }

  /** The port, with every deadline it is given noted. */
  private static <T> T watched(Class<T> port, T target, List<Deadline> deadlines) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              for (Object argument : arguments) {
                if (argument instanceof Deadline deadline) {
                  deadlines.add(deadline);
                }
              }
              return method.invoke(target, arguments);
            }));
  }

  private CacheAnswer get(Instance one) {
    return one.cache().get(KEY, Requester.nobody(), work(), work());
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }

  private CacheEntry entry(ReportKey key) {
    return ((Lookup.Found) world.shared().find(key, work())).entry();
  }

  private static Served served(CacheAnswer answer) {
    assertThat(answer).isInstanceOf(Served.class);
    return (Served) answer;
  }

  /** A file that can never be opened. */
  private static final class BrokenLocalCache implements LocalCache {
    @Override
    public Optional<LocalCopy> find(ReportKey key) {
      throw broken();
    }

    @Override
    public void store(LocalCopy copy) {
      throw broken();
    }

    @Override
    public void evict(Scope scope) {
      throw broken();
    }

    @Override
    public Occupancy usage() {
      throw broken();
    }

    private static PortException.Cache broken() {
      return new PortException.Cache(Fault.CORRUPT, "row in a file that is none", null);
    }
  }
}
