package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Callers.all;
import static dailyreport.contract.scenarios.Callers.together;
import static dailyreport.contract.scenarios.Callers.waitWhile;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.Deadline;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One flight for all who ask at once: S1, S12, S13. */
public interface FlightScenarios extends Scenario {

  @Test
  default void s1OneGenerationAnswersAThousandCallersOfTwentyInstances() {
    world().whilePausing(_ -> waitWhile(world()::leaseHeld));
    // Nobody comes late: 49 of 50 callers of each instance wait before the report is made.
    world().generator.during(() -> waitWhile(() -> world().followers() < 20 * 49));
    var instances = new ArrayList<Instance>();
    for (int i = 0; i < 20; i++) {
      instances.add(world().instance());
    }
    var start = new CountDownLatch(1);
    var callers = new ArrayList<Callable<CacheAnswer>>();
    for (int i = 0; i < 1_000; i++) {
      Instance one = instances.get(i % 20);
      callers.add(() -> {
        start.await();
        return get(one);
      });
    }
    callers.add(() -> {
      start.countDown();
      return new Pending();
    });

    List<CacheAnswer> answers = all(callers).subList(0, 1_000);

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Served.class));
    assertThat(answers.stream().map(answer -> ((Served) answer).report()).distinct()).hasSize(1);
    assertThat(world().generator.calls()).isEqualTo(1);
    assertThat(world().commits()).isEqualTo(1);
    assertThat(world().leaseHeld()).isFalse();
  }

  @Test
  default void s12AFailingLeaderReleasesItsFollowersAndTheNextGetFliesAgain() {
    Instance one = world().instance();
    world().generator.fails();
    world().generator.during(() -> waitWhile(() -> world().followers() < 20));

    List<CacheAnswer> answers = together(21, () -> get(one));

    assertThat(answers).hasSize(21).allMatch(Failed.class::isInstance);
    assertThat(world().generator.calls()).isEqualTo(1);
    world().generator.during(() -> {});
    world().generator.heals();
    world().clock.advance(Duration.ofSeconds(61));
    assertServed(get(one), Source.GENERATED, Freshness.FRESH);
    assertThat(world().generator.calls()).isEqualTo(2);
  }

  @Test
  default void s12ABugReleasesTheFollowersTooAndReachesItsOwnCaller() {
    Instance one = world().instance();
    world().generator.hasABug();
    world().generator.during(() -> waitWhile(() -> world().followers() < 3));
    List<Throwable> bugs = Collections.synchronizedList(new ArrayList<>());

    List<CacheAnswer> answers =
        together(
            4,
            () -> {
              try {
                return get(one);
              } catch (IllegalStateException bug) {
                bugs.add(bug);
                return new Pending();
              }
            });

    assertThat(bugs).hasSize(1);
    assertThat(answers).filteredOn(Failed.class::isInstance).hasSize(3);
    world().generator.heals();
    world().generator.during(() -> {});
    world().clock.advance(Duration.ofSeconds(61));
    assertServed(get(one), Source.GENERATED, Freshness.FRESH);
  }

  @Test
  default void s13ALeaderWithoutPatienceStillBringsTheValueHome() {
    Instance one = world().instance();
    world().generator.during(() -> waitWhile(() -> world().followers() < 5));
    var impatient = new Deadline(world().clock.instant());
    var callers = new ArrayList<Callable<CacheAnswer>>();
    callers.add(() -> one.cache().get(KEY, Requester.nobody(), impatient, work()));
    callers.addAll(
        Collections.nCopies(
            5,
            () -> {
              waitWhile(() -> world().generator.calls() == 0);
              return get(one);
            }));

    List<CacheAnswer> answers = all(callers);

    assertThat(answers).hasSize(6).allMatch(Served.class::isInstance);
    assertThat(world().generator.calls()).isEqualTo(1);
  }

  @Test
  default void s13AFollowerOutOfTimeLeavesWithoutTheValueAndTheGenerationGoesOn() {
    Instance one = world().instance();
    var impatient = new Deadline(world().clock.instant());
    world()
        .generator
        .during(() -> {
          var left = one.cache().get(KEY, Requester.nobody(), impatient, work());
          assertThat(left).isEqualTo(new Pending());
        });

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);

    assertThat(world().generator.calls()).isEqualTo(1);
    assertServed(get(one), Source.LOCAL, Freshness.FRESH);
  }
}
