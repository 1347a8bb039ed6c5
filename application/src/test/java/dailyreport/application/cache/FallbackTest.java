package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.Job;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tags;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemorySharedCache;
import dailyreport.contract.ScriptedGenerator;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is served, asked for or counted when the first choice does not come off. */
class FallbackTest {
  private static final ReportKey DAY_BEFORE =
      new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 10));
  private static final Instant DAY_BEFORE_EVENING = Instant.parse("2025-11-10T11:00:00Z");

  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  @Test
  void hiddenLocalCopyOfTheSessionBeforeDoesNotStandInFrontOfTheSharedOne() {
    world.clock.set(DAY_BEFORE_EVENING);
    Instance one = world.instance();
    get(one, DAY_BEFORE);
    world.clock.advance(Duration.ofSeconds(1));
    Instance other = world.instance();
    other.cache().invalidate(new Scope.OfKey(DAY_BEFORE), Strength.HARD, work());
    get(other, DAY_BEFORE);
    world.clock.set(Examples.NOW);
    world.generator.fails();

    Served answer = served(get(one, KEY));

    assertThat(answer.report().key()).isEqualTo(DAY_BEFORE);
    assertThat(answer.freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void expiredLocalCopyOfTheSessionBeforeDoesNotStandInFrontOfTheSharedOne() {
    world.clock.set(DAY_BEFORE_EVENING);
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(1)));
    get(one, DAY_BEFORE);
    world.clock.advance(Duration.ofHours(8));
    get(world.instance(), DAY_BEFORE);
    world.clock.set(Examples.NOW);
    world.generator.fails();

    assertThat(served(get(one, KEY)).report().key()).isEqualTo(DAY_BEFORE);
  }

  @Test
  void refreshThatFailsAnswersWithWhatIsKeptAndNotWithAnOlderSession() {
    world.clock.set(DAY_BEFORE_EVENING);
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(20)));
    get(one, DAY_BEFORE);
    world.clock.set(Examples.NOW.minus(Duration.ofHours(1)));
    Instance capped =
        world.instance(
            Tiers.hybrid(one.local(), world.shared(), world.lease(), world.log()),
            one.local(),
            world.policy().cappedAt(Duration.ofHours(1)),
            world.generator);
    get(capped, KEY);
    world.clock.advance(Duration.ofHours(2));
    assertThat(served(get(capped, DAY_BEFORE)).freshness()).isEqualTo(Freshness.STALE);
    world.generator.fails();

    Served answer = served(capped.cache().refresh(KEY, work()));

    assertThat(answer.report().key()).isEqualTo(KEY);
    assertThat(answer.freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void whoFollowsAnImpatientRefreshStillWaitsForTheOwnerOfTheLease() throws Exception {
    Instance one = world.instance();
    world.lease().tryAcquire(KEY, Duration.ofSeconds(8), work());
    var refreshing = new CountDownLatch(1);
    var followed = new CountDownLatch(1);
    GenerationLease slow =
        Meddled.port(
            GenerationLease.class,
            world.lease(),
            "tryAcquire",
            call -> {
              refreshing.countDown();
              followed.await();
              return call.call();
            });
    Instance both =
        world.instance(
            Tiers.hybrid(one.local(), world.shared(), slow, world.log()),
            one.local(),
            world.policy(),
            world.generator);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var refresh = threads.submit(() -> both.cache().refresh(KEY, work()));
      refreshing.await();
      var get = threads.submit(() -> get(both, KEY));
      while (world.followers() == 0) {
        Thread.yield();
      }
      followed.countDown();

      assertThat(refresh.get()).isEqualTo(new Pending());
      assertThat(get.get()).isInstanceOf(Served.class);
    }
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void reportWhoseTagsCouldNotBeReadBeforeItWasMadeIsCommittedAllTheSame() {
    Instance one = instanceThatCannotReadTheFirstTags();

    assertThat(served(get(one, KEY)).report().parts()).hasSize(3);

    assertThat(served(get(world.instance(), KEY)).source()).isEqualTo(CacheAnswer.Source.SHARED);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void reportWhoseTagsCouldNotBeReadGivesWayToANewerOne() {
    world.generator.during(() ->
        world
            .shared()
            .commit(Examples.bundle(Examples.NOW.plusSeconds(1), "bb"), Tags.none(), work()));
    Instance one = instanceThatCannotReadTheFirstTags();

    assertThat(served(get(one, KEY)).entry().validity().generation()).isEqualTo("bb");
  }

  @Test
  void modelCallsStayTwoWhenOnlyTheFirstCouldNotBeCounted() {
    var counts = new AtomicInteger();
    GenerationLease lease =
        Meddled.port(
            GenerationLease.class,
            world.lease(),
            "countCall",
            call -> {
              if (counts.incrementAndGet() == 1) {
                throw new PortException.Cache(Fault.TIMEOUT, "scripted", null);
              }
              return (Count) call.call();
            });
    var taken = new AtomicInteger();
    var local = world.newLocalCache();
    Instance one =
        world.instance(
            Tiers.hybrid(local, world.shared(), lease, world.log()),
            local,
            world.policy(),
            (key, _, allowance, deadline) -> {
              for (int i = 0; i < 5; i++) {
                taken.addAndGet(allowance.take(deadline) ? 1 : 0);
              }
              return new Generation.Made(
                  ScriptedGenerator.report(key, world.clock), List.of(), Outcome.COMPLETE);
            });

    get(one, KEY);

    assertThat(taken).hasValue(2);
  }

  @Test
  void damagedPartIsAskedForOnceAMinuteHoweverManyOpenItsLink() {
    Instance one = world.instance();
    get(one, KEY);
    ((InMemorySharedCache) world.shared())
        .leaveBehind(KEY, Part.of(PartName.CHART, "of another".getBytes(StandardCharsets.UTF_8)));

    for (int i = 0; i < 20; i++) {
      assertThat(one.cache().parts().bytes(KEY, PartName.CHART, work())).isEmpty();
    }

    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Rebuild(KEY, PartName.CHART));
  }

  private Instance instanceThatCannotReadTheFirstTags() {
    var asked = new AtomicInteger();
    SharedCache shared =
        Meddled.port(
            SharedCache.class,
            world.shared(),
            "tags",
            call -> {
              if (asked.incrementAndGet() == 1) {
                throw new PortException.Cache(Fault.TIMEOUT, "scripted", null);
              }
              return call.call();
            });
    var local = world.newLocalCache();
    return world.instance(
        Tiers.hybrid(local, shared, world.lease(), world.log()),
        local,
        world.policy(),
        world.generator);
  }

  private CacheAnswer get(Instance one, ReportKey key) {
    return one.cache().get(key, Requester.nobody(), work(), work());
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }

  private static Served served(CacheAnswer answer) {
    assertThat(answer).isInstanceOf(Served.class);
    return (Served) answer;
  }
}
