package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Callers.all;
import static dailyreport.contract.scenarios.Callers.waitWhile;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Requester;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.LockState;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One owner among the instances: S14 to S16. */
public interface LeaseScenarios extends Scenario {

  @Test
  default void s14AnotherOwnersLeaseIsWaitedForWithFewLooksAndNeverOverruled() {
    ownedByAnother(Duration.ofSeconds(150));
    Instance one = world().instance();
    var patience = Deadline.in(Duration.ofSeconds(20), world().clock.instant());
    long before = world().recordReads();

    CacheAnswer answer = one.cache().get(KEY, Requester.nobody(), patience, work());

    assertThat(answer).isEqualTo(new Pending());
    assertThat(world().generator.calls()).isZero();
    assertThat(world().recordReads() - before).isBetween(2L, 1 + 12L);
    assertThat(world().clock.instant()).isEqualTo(Examples.NOW.plusSeconds(20));
  }

  @Test
  default void s14AnOwnerIsLookedAtTwelveTimesHoweverPatientTheCaller() {
    ownedByAnother(Duration.ofMinutes(30));
    Instance one = world().instance();
    var patience = Deadline.in(Duration.ofMinutes(20), world().clock.instant());
    long before = world().recordReads();

    CacheAnswer answer = one.cache().get(KEY, Requester.nobody(), patience, patience);

    assertThat(answer).isEqualTo(new Pending());
    assertThat(world().recordReads() - before).isEqualTo(1 + 12);
  }

  @Test
  default void s14TheOwnersValueIsServedAsSoonAsItIsThere() {
    Instance owner = world().instance();
    Instance waiter = world().instance();
    ownedByAnother(Duration.ofSeconds(10));
    world()
        .whilePausing(time -> {
          world().clock.advance(time);
          if (world().generator.calls() == 0 && time.compareTo(Duration.ofSeconds(2)) >= 0) {
            world().whilePausing(world().clock::advance);
            world().clock.advance(Duration.ofSeconds(10));
            get(owner);
          }
        });

    assertThat(served(get(waiter)).source()).isEqualTo(Source.SHARED);

    assertThat(world().generator.calls()).isEqualTo(1);
    assertLocks(waiter, LockState.WAITED);
  }

  @Test
  default void s15AnEndedLeaseOfACrashedInstanceIsTakenOver() {
    ownedByAnother(Duration.ofSeconds(60));
    world().clock.advance(Duration.ofSeconds(61));

    assertServed(get(world().instance()), Source.GENERATED, Freshness.FRESH);

    assertThat(world().generator.calls()).isEqualTo(1);
    assertThat(world().leaseHeld()).isFalse();
  }

  @Test
  default void s15ALeaseThatEndsWhileWaitedForIsTakenOver() {
    ownedByAnother(Duration.ofSeconds(8));
    Instance one = world().instance();

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);

    assertThat(world().generator.calls()).isEqualTo(1);
    assertLocks(one, LockState.WAITED, LockState.TAKEOVER);
  }

  @Test
  default void s16OfTwoInstancesThatTakeOverOneGeneratesAndTheOtherFollows() {
    ownedByAnother(Duration.ofSeconds(60));
    world().clock.advance(Duration.ofSeconds(61));
    world().whilePausing(_ -> waitWhile(world()::leaseHeld));
    Instance a = world().instance();
    Instance b = world().instance();

    List<CacheAnswer> answers = all(List.of(() -> get(a), () -> get(b)));

    assertThat(answers).allMatch(Served.class::isInstance);
    assertThat(world().generator.calls()).isEqualTo(1);
  }

  @Test
  default void s16WhoGetsTheLeaseWhenItsOwnerIsDoneLooksOnceMoreAndMakesNothing() {
    Instance owner = world().instance();
    Tiers tiers = world().tiers(new RecordingEventLog());
    GenerationLease afterTheOwner =
        Ports.around(
            GenerationLease.class,
            tiers.lease(),
            (method, _, call) -> {
              if (method.equals("tryAcquire")) {
                get(owner);
              }
              return call.run();
            });
    Instance late =
        world().instance(Tiers.hybrid(tiers.local(), tiers.shared(), afterTheOwner, tiers.log()));

    assertServed(get(late), Source.SHARED, Freshness.FRESH);

    assertThat(world().generator.calls()).isEqualTo(1);
    assertThat(world().leaseHeld()).isFalse();
  }

  private void ownedByAnother(Duration length) {
    assertThat(world().lease().tryAcquire(KEY, length, work())).isInstanceOf(Claim.Held.class);
  }

  private static void assertLocks(Instance one, LockState... states) {
    assertThat(one.events().of(AppEvent.Lock.class))
        .extracting(AppEvent.Lock::state)
        .containsExactly(states);
  }
}
