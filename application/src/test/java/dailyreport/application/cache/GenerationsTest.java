package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Absent;
import dailyreport.application.cache.CacheAnswer.Denied;
import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** When a report is made, and what it may lean on. */
class GenerationsTest extends CacheRig {
  private final Instance one = world.instance();
  private final AtomicReference<Instance> slowed = new AtomicReference<>();

  @Test
  void tenSecondsAreEnoughToBegin() {
    var soon = Deadline.in(Duration.ofSeconds(10), world.clock.instant());

    assertThat(one.cache().get(KEY, Requester.nobody(), soon, soon)).isInstanceOf(Served.class);
  }

  @Test
  void aSpentBudgetIsToldAndNothingIsMade() {
    Requester person = Requester.of("one");
    for (int day = 1; day <= GenerationBudget.AN_HOUR; day++) {
      var key = new ReportKey(KEY.ticker(), KEY.session().minusDays(day));
      one.cache().get(key, person, work(), work());
    }
    int made = world.generator.calls();

    assertThat(one.cache().get(KEY, person, work(), work())).isEqualTo(new Denied("requester"));

    assertThat(world.generator.calls()).isEqualTo(made);
    assertThat(world.leaseHeld()).isFalse();
    assertThat(one.events().of(AppEvent.BudgetDenied.class))
        .containsExactly(new AppEvent.BudgetDenied("requester"));
  }

  @Test
  void whoFollowsSomebodyWhoseBudgetIsSpentGetsTheReport() throws Exception {
    Requester spender = Requester.of("one");
    var follower = new AtomicReference<Future<CacheAnswer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      GenerationLease slow =
          Spied.on(
              GenerationLease.class,
              lease,
              (method, arguments) -> {
                if (method.equals("tryAcquire")
                    && KEY.equals(arguments.getFirst())
                    && follower.get() == null) {
                  follower.set(threads.submit(() -> get(slowed(), KEY)));
                  while (world.followers() < 1) {
                    Thread.yield();
                  }
                }
              });
      slowed.set(with(Tiers.hybrid(world.newLocalCache(), shared, slow, log)));
      for (int day = 1; day <= GenerationBudget.AN_HOUR; day++) {
        var key = new ReportKey(KEY.ticker(), KEY.session().minusDays(day));
        slowed().cache().get(key, spender, work(), work());
      }

      assertThat(slowed().cache().get(KEY, spender, work(), work())).isInstanceOf(Denied.class);
      assertThat(follower.get().get()).isInstanceOf(Served.class);
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anAbsenceOfTheSessionBeforeIsNothingToFallBackOn() {
    world.generator.knowsNothing();
    get(one, DAY_BEFORE);
    world.generator.fails();

    assertThat(get(one)).isInstanceOf(Failed.class);
  }

  @Test
  void aHiddenReportOfTheSessionBeforeIsNeitherServedNorComparedWith() {
    get(one, DAY_BEFORE);
    passes(Duration.ofSeconds(1));
    log.raise(new Scope.OfKey(DAY_BEFORE), Strength.HARD, work());
    passes(Duration.ofSeconds(61));
    world.generator.fails();
    assertThat(get(one)).isInstanceOf(Failed.class);

    world.generator.heals();
    passes(Duration.ofSeconds(61));
    get(one);

    assertThat(world.generator.previous()).hasSize(3).containsOnly(Optional.empty());
  }

  @Test
  void theReportOfTheSessionBeforeIsComparedWithWhereverItIs() {
    Report before = served(get(one, DAY_BEFORE)).report();
    Instance other = world.instance();

    get(other);

    assertThat(world.generator.previous().getLast()).contains(before);
  }

  @Test
  void aReportOfOtherPricesIsNothingToFallBackOn() {
    get(one, DAY_BEFORE);
    world.generator.fails();
    var pinned =
        new TieredCache(
            Tiers.hybrid(world.newLocalCache(), shared, lease, log),
            world.policy(),
            EntryGate.pinned("sample"),
            world.generator,
            new GenerationBudget(world.clock),
            one.queue(),
            one.events(),
            world.clock,
            world.waiting());

    assertThat(pinned.get(KEY, Requester.nobody(), work(), work())).isInstanceOf(Failed.class);
    assertThat(world.generator.previous().getLast()).isEmpty();
  }

  @Test
  void anAbsenceThatNamesItsOwnSessionIsNotFollowed() {
    Instance odd =
        world.instance(
            Tiers.hybrid(world.newLocalCache(), shared, lease, log),
            world.newLocalCache(),
            world.policy(),
            (key, _, _, _) ->
                new Generation.Definitive(
                    NegativeReason.NO_DATA_FOR_SESSION, Optional.of(key.session())));

    assertThat(get(odd))
        .isEqualTo(new Absent(NegativeReason.NO_DATA_FOR_SESSION, Optional.of(KEY.session())));

    assertThat(lookUps(odd)).isEqualTo(List.of("LOCAL miss", "SHARED miss"));
  }

  @Test
  void aReportThatIsNowhereIsMadeByARefresh() {
    assertThat(served(one.cache().refresh(KEY, work())).source()).isEqualTo(Source.GENERATED);
  }

  private Instance slowed() {
    return slowed.get();
  }
}
