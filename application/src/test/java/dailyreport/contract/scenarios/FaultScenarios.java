package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The generator or the shared tier is down: S10, S11, S18, S19. */
public interface FaultScenarios extends Scenario {

  @Test
  default void s10StaleIsServedToItsEndAndTheCoolDownStopsASecondAttempt() {
    Instance one = world().instance(world().policy().cappedAt(Duration.ofHours(6)));
    get(one);
    Instant end = sharedEntry(KEY).validity().usableUntil();
    world().clock.advance(Duration.ofHours(7));
    world().generator.fails();

    one.cache().refresh(KEY, work());
    world().clock.advance(Duration.ofSeconds(59));
    one.cache().refresh(KEY, work());
    world().instance().cache().refresh(KEY, work());
    assertThat(world().generator.calls()).isEqualTo(2);
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.STALE);

    world().clock.advance(Duration.ofSeconds(2));
    one.cache().refresh(KEY, work());
    assertThat(world().generator.calls()).isEqualTo(3);

    world().clock.set(end.minusMillis(1));
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.STALE);
    world().clock.set(end);
    assertThat(get(one)).isInstanceOf(Failed.class);
  }

  @Test
  default void s10WithoutLeasesTheCoolDownIsThisInstances() {
    Instance one = world().instance(world().localTiers());
    world().generator.fails();
    for (int i = 0; i < 5; i++) {
      assertThat(get(one)).isInstanceOf(Failed.class);
    }
    assertThat(world().generator.calls()).isEqualTo(1);

    world().clock.advance(Duration.ofSeconds(60));
    get(one);
    assertThat(world().generator.calls()).isEqualTo(2);
  }

  @Test
  default void s11BeyondItsEndNothingIsServedAndAFailureIsNotKept() {
    Instance one = world().instance(world().policy().cappedAt(Duration.ofHours(6)));
    get(one);
    CacheEntry old = sharedEntry(KEY);
    world().clock.set(old.validity().usableUntil());
    world().generator.fails();

    assertThat(get(one)).isInstanceOf(Failed.class);

    assertThat(sharedEntry(KEY)).isEqualTo(old);
    assertThat(localEntry(one, KEY)).isEqualTo(old);
  }

  @Test
  default void s11AFailureFallsBackToThePreviousSessionWhileThatIsUsable() {
    Instance one = world().instance();
    world().clock.set(Instant.parse("2025-11-10T11:00:00Z"));
    get(one, DAY_BEFORE);
    world().clock.set(Examples.NOW);
    world().generator.fails();

    var answer = served(get(one));

    assertThat(answer.report().key()).isEqualTo(DAY_BEFORE);
    assertThat(answer.freshness()).isEqualTo(Freshness.STALE);
    world().clock.set(sharedEntry(DAY_BEFORE).validity().usableUntil());
    assertThat(get(one)).isInstanceOf(Failed.class);
  }

  @Test
  default void s18WithTheSharedTierDownOneGenerationServesFromTheLocalOne() {
    world().cut(Fault.TIMEOUT);
    Instance one = world().instance();
    assertServed(get(one), Source.GENERATED, Freshness.FRESH);
    for (int i = 0; i < 9; i++) {
      assertThat(served(get(one)).source()).isEqualTo(Source.LOCAL);
    }
    assertThat(world().generator.calls()).isEqualTo(1);

    int probes = 0;
    for (int second = 0; second < 90; second++) {
      world().clock.advance(Duration.ofSeconds(1));
      long before = world().requests();
      get(one);
      probes += world().requests() > before ? 1 : 0;
    }

    assertThat(probes).as("one in 30 s").isBetween(1, 3);
    assertThat(one.queue().pending()).isEmpty();
  }

  @Test
  default void s19WhoHasSomethingUsableGivesASilentStoreThreeHundredMilliseconds() {
    Tiers tiers = world().tiers(new RecordingEventLog());
    get(
        world()
            .instance(
                tiers,
                tiers.local(),
                world().policy().cappedAt(Duration.ofHours(6)),
                world().generator));
    world().clock.advance(Duration.ofHours(7));
    List<Deadline> deadlines = new CopyOnWriteArrayList<>();
    Instance stale =
        world()
            .instance(
                Tiers.hybrid(
                    tiers.local(),
                    watched(SharedCache.class, tiers.shared(), deadlines),
                    tiers.lease(),
                    watched(InvalidationLog.class, tiers.log(), deadlines)));
    world().hang();

    assertThat(served(get(stale)).freshness()).isEqualTo(Freshness.STALE);

    assertThat(deadlines)
        .hasSize(2)
        .containsOnly(Deadline.in(Duration.ofMillis(300), world().clock.instant()));
  }

  /** The port, with every deadline it is given noted. */
  private static <T> T watched(Class<T> port, T target, List<Deadline> deadlines) {
    return Ports.around(
        port,
        target,
        (_, arguments, call) -> {
          for (Object argument : arguments) {
            if (argument instanceof Deadline deadline) {
              deadlines.add(deadline);
            }
          }
          return call.run();
        });
  }
}
