package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemoryJobQueue;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An older generation never replaces a newer one, whoever comes in between. */
class NewestStartWinsTest {
  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  @Test
  void repairDoesNotOverwriteWhatCameAfterTheLook() {
    LocalCache local = localOnly();
    var meddled =
        Meddled.port(
            SharedCache.class,
            world.shared(),
            "find",
            call -> {
              Object none = call.call();
              commit(world.clock.instant(), "bb");
              return none;
            });

    get(instance(local, meddled));

    assertThat(generationOf(sharedEntry())).isEqualTo("bb");
  }

  @Test
  void repairLeavesANewerAbsenceAloneThatHasEnded() {
    get(world.instance());
    LocalCache local = localWithTheSharedEntry();
    world.clock.advance(Duration.ofMinutes(1));
    Tag tag = ((Lookup.Found) world.shared().find(KEY, work())).tag();
    world.shared().commit(Examples.negative(world.clock.instant(), "bb"), tag, work());
    world.clock.advance(Duration.ofMinutes(11));

    assertThat(get(instance(local, world.shared()))).isInstanceOf(Served.class);

    assertThat(generationOf(sharedEntry())).isEqualTo("bb");
  }

  @Test
  void ofTwoOfTheSameStartTheSharedOneStays() {
    LocalCache local = localOnly();
    commit(local.find(KEY).orElseThrow().entry().validity().startedAt(), "bb");
    world.clock.advance(Duration.ofSeconds(61));

    get(instance(local, world.shared()));

    assertThat(generationOf(sharedEntry())).isEqualTo("bb");
    assertThat(generationOf(local.find(KEY).orElseThrow().entry())).isEqualTo("bb");
  }

  @Test
  void retryAfterAConflictDoesNotOverwriteWhatCameMeanwhile() {
    world.generator.during(() -> commit(Examples.NOW.minusSeconds(5), "aa"));
    var asked = new AtomicInteger();
    var meddled =
        Meddled.before(
            SharedCache.class,
            world.shared(),
            "tags",
            () -> {
              if (asked.incrementAndGet() == 2) {
                commit(Examples.NOW.plusSeconds(1), "bb");
              }
            });

    Served answer = (Served) get(instance(world.newLocalCache(), meddled));

    assertThat(generationOf(sharedEntry())).isEqualTo("bb");
    assertThat(generationOf(answer.entry())).isEqualTo("bb");
  }

  @Test
  void nothingIsOverwrittenAfterAConflictThatCannotBeLookedInto() {
    var meddled =
        Meddled.port(
            SharedCache.class,
            world.shared(),
            "find",
            call -> {
              if (world.commits() > 0) {
                throw new PortException.Cache(Fault.TIMEOUT, "scripted", null);
              }
              return call.call();
            });
    world.generator.during(() -> commit(Examples.NOW.plusSeconds(1), "bb"));

    Served answer = (Served) get(instance(world.newLocalCache(), meddled));

    assertThat(answer.source()).isEqualTo(CacheAnswer.Source.GENERATED);
    assertThat(generationOf(sharedEntry())).isEqualTo("bb");
  }

  @Test
  void startIsTakenAfterTheTagsSoThatWhatTheyMarkIsOlder() {
    var meddled =
        Meddled.before(
            SharedCache.class,
            world.shared(),
            "tags",
            () -> {
              world.clock.advance(Duration.ofSeconds(1));
              commit(world.clock.instant(), "bb");
            });

    get(instance(world.newLocalCache(), meddled));

    assertThat(sharedEntry().validity().startedAt()).isAfterOrEqualTo(Examples.NOW.plusSeconds(1));
  }

  @Test
  void winnerOfAConflictIsNotServedWhenItWasMadeFromOtherPrices() {
    var live = EntryGate.live();
    var gate =
        new EntryGate(
            entry -> live.source().test(entry) && !generationOf(entry).equals("bb"), _ -> true);
    var cache =
        new TieredCache(
            Tiers.hybrid(world.newLocalCache(), world.shared(), world.lease(), world.log()),
            world.policy(),
            gate,
            world.generator,
            new GenerationBudget(world.clock),
            new InMemoryJobQueue(world.clock),
            new RecordingEventLog(),
            world.clock,
            world.waiting());
    world.generator.during(() -> commit(Examples.NOW.plusSeconds(1), "bb"));

    var answer = (Served) cache.get(KEY, Requester.nobody(), work(), work());

    assertThat(answer.source()).isEqualTo(CacheAnswer.Source.GENERATED);
    assertThat(answer.freshness()).isEqualTo(Freshness.FRESH);
  }

  /** A tier that has an entry which the shared one never got. */
  private LocalCache localOnly() {
    LocalCache local = world.newLocalCache();
    world.cut(Fault.TIMEOUT);
    assertThat(get(instance(local, world.shared()))).isNotInstanceOf(Pending.class);
    world.mend();
    world.clock.advance(Duration.ofSeconds(31));
    return local;
  }

  private LocalCache localWithTheSharedEntry() {
    LocalCache local = world.newLocalCache();
    get(instance(local, world.shared()));
    return local;
  }

  private Instance instance(LocalCache local, SharedCache shared) {
    return world.instance(
        Tiers.hybrid(local, shared, world.lease(), world.log()),
        local,
        world.policy(),
        world.generator);
  }

  /** Another writer, who has seen what is there. */
  private void commit(Instant startedAt, String generation) {
    world
        .shared()
        .commit(Examples.bundle(startedAt, generation), world.shared().tags(KEY, work()), work());
  }

  private CacheAnswer get(Instance one) {
    return one.cache().get(KEY, Requester.nobody(), work(), work());
  }

  private CacheEntry sharedEntry() {
    return ((Lookup.Found) world.shared().find(KEY, work())).entry();
  }

  private static String generationOf(CacheEntry entry) {
    return entry.validity().generation();
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }
}
