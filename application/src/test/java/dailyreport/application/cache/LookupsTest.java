package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tag;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryLocalCache;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which tier answers, what that costs and how it is counted. */
class LookupsTest extends CacheRig {
  private static final Duration LITTLE = Duration.ofHours(6);

  @Test
  void everyLookUpIsCountedInTheTiersThatWereAsked() {
    Instance one = world.instance();
    get(one);
    assertThat(lookUps(one)).containsExactly("LOCAL miss", "SHARED miss");

    get(one);
    assertThat(lookUps(one)).containsExactly("LOCAL FRESH");
    passes(Duration.ofSeconds(61));
    get(one);
    assertThat(lookUps(one)).as("confirmed by the shared tier").containsExactly("LOCAL FRESH");

    Instance other = world.instance();
    get(other);
    assertThat(lookUps(other)).containsExactly("LOCAL miss", "SHARED FRESH");
  }

  @Test
  void aLocalEntryThatWasReplacedCountsAsAMissAndAHit() {
    Instance one = capped(LITTLE);
    get(one);
    passes(Duration.ofHours(7));
    world.instance().cache().refresh(KEY, work());
    one.events().clear();

    assertThat(served(one.cache().peek(KEY, work())).source()).isEqualTo(Source.SHARED);

    assertThat(one.events().of(AppEvent.Backfill.class)).hasSize(1);
    assertThat(lookUps(one)).containsExactly("LOCAL miss", "SHARED FRESH");
    assertThat(served(one.cache().peek(KEY, work())).source())
        .as("it was copied down")
        .isEqualTo(Source.LOCAL);
  }

  @Test
  void staleEntriesAreComparedEveryTimeForAnotherMayHaveMadeAFreshOne() {
    Instance one = capped(LITTLE);
    get(one);
    passes(Duration.ofHours(7));
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.STALE);
    world.instance().cache().refresh(KEY, work());

    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.FRESH);
  }

  @Test
  void aNewerSharedEntryThatHasEndedDoesNotReplaceAUsableLocalOne() {
    Instance one = world.instance();
    get(one);
    var brief =
        new Validity(
            Examples.NOW.plusSeconds(1),
            Examples.NOW.plusSeconds(30),
            Examples.NOW.plusSeconds(60),
            "b");
    shared.commit(
        new Bundle(entry(brief), Examples.parts(KEY.toString())), shared.tags(KEY, work()), work());
    passes(Duration.ofSeconds(61));

    var answer = served(one.cache().peek(KEY, work()));

    assertThat(answer.source()).isEqualTo(Source.LOCAL);
    assertThat(generation(answer)).isNotEqualTo("b");
  }

  @Test
  void aSharedTierThatDoesNotAnswerLeavesTheLocalEntryAsItIs() {
    Instance one = world.instance();
    get(one);
    passes(Duration.ofSeconds(61));
    shared.wire().cut(Fault.TIMEOUT);
    long before = world.requests();

    assertThat(served(one.cache().peek(KEY, work())).source()).isEqualTo(Source.LOCAL);

    assertThat(world.requests()).as("control object and record").isEqualTo(before + 2);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void whoOnlyPeeksLeavesTheRepairToOthers() {
    world.cut(Fault.ERROR);
    Instance one = world.instance();
    get(one);
    world.mend();
    passes(Duration.ofSeconds(31));

    assertThat(served(one.cache().peek(KEY, work())).source()).isEqualTo(Source.LOCAL);

    assertThat(world.commits()).isZero();
  }

  @Test
  void aRebuiltPartIsHeardOfOnceAWindowAndRememberedLocally() {
    Instance one = world.instance();
    Instance other = world.instance();
    get(one);
    get(other);
    byte[] drawn = {1, 2, 3};
    var part = Part.of(PartName.CHART, drawn);
    one.cache().parts().rebuild(KEY, PartName.CHART, _ -> Optional.of(part), work());
    passes(Duration.ofSeconds(61));
    get(other);
    long before = world.requests();

    assertThat(served(get(other)).report().part(PartName.CHART)).contains(part.ref());

    assertThat(world.requests()).isEqualTo(before);
  }

  @Test
  void whoHasNothingUsableGivesTheSharedTierTwoSeconds() {
    var local = new InMemoryLocalCache();
    assertThat(deadlinesOfAPeek(local)).containsOnly(Duration.ofMillis(600));
    assertThat(deadlinesOfAGet(local)).startsWith(Duration.ofSeconds(2), Duration.ofSeconds(2));

    passes(Duration.ofDays(10));
    assertThat(deadlinesOfAGet(local))
        .as("what has ended is nothing")
        .startsWith(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void whatAnotherThreadMadeJustBeforeIsNotMadeAgain() {
    var local = new InMemoryLocalCache();
    var looks = new AtomicInteger();
    LocalCache raced =
        Spied.on(
            LocalCache.class,
            local,
            (method, _) -> {
              if (method.equals("find") && looks.incrementAndGet() == 2) {
                local.store(new LocalCopy(entry(Examples.NOW, "a"), Tag.none(), Examples.NOW));
              }
            });

    CacheAnswer answer = get(with(Tiers.sqlite(raced, log)));

    assertThat(served(answer).source()).isEqualTo(Source.LOCAL);
    assertThat(world.generator.calls()).isZero();
  }

  @Test
  void whatAnotherInstanceMadeBeforeTheLeaseWasHeldIsNotMadeAgain() {
    Instance owner = world.instance();
    var late =
        Spied.on(
            GenerationLease.class,
            lease,
            (method, _) -> {
              if (method.equals("tryAcquire")) {
                get(owner);
              }
            });
    Instance one = with(Tiers.hybrid(world.newLocalCache(), shared, late, log));

    assertThat(served(get(one)).source()).isEqualTo(Source.SHARED);

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(world.leaseHeld()).isFalse();
  }

  @Test
  void theFirstLookIsPlainAndTheNextOnesAreConditional() {
    var reads = new ArrayList<String>();
    Instance one =
        with(
            Spied.on(
                SharedCache.class,
                shared,
                (method, _) -> {
                  if (method.startsWith("find")) {
                    reads.add(method);
                  }
                }));
    get(one);
    assertThat(reads).containsOnly("find");
    reads.clear();
    passes(Duration.ofSeconds(61));

    get(one);

    assertThat(reads).containsExactly("findUnlessTagged");
  }

  private List<Duration> deadlinesOfAGet(LocalCache local) {
    var seen = new ArrayList<Duration>();
    get(watched(local, seen));
    return seen;
  }

  private List<Duration> deadlinesOfAPeek(LocalCache local) {
    var seen = new ArrayList<Duration>();
    watched(local, seen).cache().peek(KEY, work());
    return seen;
  }

  private Instance watched(LocalCache local, List<Duration> seen) {
    Spied.Eye eye =
        (_, arguments) -> {
          if (arguments.getLast() instanceof Deadline deadline) {
            seen.add(deadline.remaining(world.clock.instant()));
          }
        };
    return with(
        Tiers.hybrid(
            local,
            Spied.on(SharedCache.class, shared, eye),
            lease,
            Spied.on(InvalidationLog.class, log, eye)));
  }
}
