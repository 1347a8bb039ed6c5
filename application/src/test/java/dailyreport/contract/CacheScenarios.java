package dailyreport.contract;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Absent;
import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Requester;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.Job;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Received;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tags;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * The acceptance scenarios of cache.md, section 10, by their numbers. Written once, played on the
 * stand-ins here and on the real adapters where they meet.
 */
public abstract class CacheScenarios {
  private static final ReportKey DAY_BEFORE =
      new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 10));
  private static final ReportKey FRIDAY = new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 14));
  private static final Instant FRIDAY_EVENING = Instant.parse("2025-11-14T11:00:00Z");
  private static final Instant MONDAY_SETTLED = Instant.parse("2025-11-17T10:00:00Z");

  private CacheWorld world = newWorld();

  /** A world in which nothing was ever asked. */
  protected abstract CacheWorld newWorld();

  @Test
  void s1OneGenerationAnswersAThousandCallersOfTwentyInstances() {
    world.whilePausing(_ -> spinWhile(world::leaseHeld));
    var instances = new ArrayList<Instance>();
    for (int i = 0; i < 20; i++) {
      instances.add(world.instance());
    }
    var start = new CountDownLatch(1);
    var callers = new ArrayList<Callable<CacheAnswer>>();
    for (int i = 0; i < 1_000; i++) {
      Instance one = instances.get(i % 20);
      callers.add(() -> {
        start.await();
        return get(one, KEY);
      });
    }
    callers.add(() -> {
      start.countDown();
      return new Pending();
    });

    List<CacheAnswer> answers = all(callers).subList(0, 1_000);

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOf(Served.class));
    assertThat(answers.stream().map(answer -> ((Served) answer).report()).distinct()).hasSize(1);
    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(world.commits()).isEqualTo(1);
    assertThat(world.leaseHeld()).isFalse();
  }

  @Test
  void s2AFreshLocalEntryCostsNoRequest() {
    Instance one = world.instance();
    get(one, KEY);
    world.clock.advance(Duration.ofSeconds(10));
    long before = world.requests();

    assertServed(get(one, KEY), Source.LOCAL, Freshness.FRESH);

    assertThat(world.requests()).isEqualTo(before);
  }

  @Test
  void s2OutsideTheWindowItCostsOneConditionalReadAndOneOfTheControlObject() {
    Instance one = world.instance();
    get(one, KEY);
    world.clock.advance(Duration.ofSeconds(61));
    long before = world.requests();

    assertServed(get(one, KEY), Source.LOCAL, Freshness.FRESH);
    assertServed(get(one, KEY), Source.LOCAL, Freshness.FRESH);

    assertThat(world.requests()).isEqualTo(before + 2);
  }

  @Test
  void s3ASharedEntryIsReadOnceAndCopiedVerbatim() {
    get(world.instance(), KEY);
    Instance other = world.instance();
    world.clock.advance(Duration.ofHours(2));
    long before = world.recordReads();

    assertServed(get(other, KEY), Source.SHARED, Freshness.FRESH);

    assertThat(world.recordReads()).isEqualTo(before + 1);
    assertThat(other.local().find(KEY).orElseThrow().entry()).isEqualTo(sharedEntry(KEY));
    assertThat(other.events().of(AppEvent.Backfill.class)).hasSize(1);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s4NoTierExtendsTheLifeOfAnEntry() {
    Instance one = world.instance();
    get(one, KEY);
    world.clock.set(sharedEntry(KEY).validity().freshUntil().minus(Duration.ofMinutes(1)));
    assertServed(get(one, KEY), Source.LOCAL, Freshness.FRESH);

    world.clock.advance(Duration.ofMinutes(2));

    assertThat(served(get(one, KEY)).freshness()).isEqualTo(Freshness.STALE);
    assertThat(served(get(world.instance(), KEY)).freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void s5AStoredValidityOutlivesAChangeOfPolicy() {
    world.clock.set(FRIDAY_EVENING);
    get(world.instance(world.policy().cappedAt(Duration.ofHours(72))), FRIDAY);
    world.clock.advance(Duration.ofHours(20));
    Instance deployed = world.instance(world.policy().cappedAt(Duration.ofHours(6)));

    assertServed(get(deployed, FRIDAY), Source.SHARED, Freshness.FRESH);

    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s6AnExpiredLocalEntryGivesWayToAFreshSharedOne() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one, KEY);
    world.clock.advance(Duration.ofHours(13));
    get(world.instance(), KEY);
    assertThat(world.generator.calls()).isEqualTo(2);

    assertServed(get(one, KEY), Source.SHARED, Freshness.FRESH);

    assertThat(one.local().find(KEY).orElseThrow().entry()).isEqualTo(sharedEntry(KEY));
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void s7AStaleLocalEntryGivesWayToAFreshSharedOne() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one, KEY);
    world.clock.advance(Duration.ofHours(7));
    world.instance().cache().refresh(KEY, work());

    assertServed(get(one, KEY), Source.SHARED, Freshness.FRESH);

    assertThat(one.queue().pending()).isEmpty();
  }

  @Test
  void s8ANewerLocalEntryRepairsTheSharedTierOnce() {
    get(world.instance(world.policy().cappedAt(Duration.ofHours(6))), KEY);
    world.clock.advance(Duration.ofHours(13));
    world.cut(Fault.TIMEOUT);
    Instance one = world.instance();
    assertThat(served(get(one, KEY)).report().parts()).isEmpty();
    world.mend();
    world.clock.advance(Duration.ofSeconds(31));
    long commits = world.commits();

    assertThat(served(get(one, KEY)).source()).isEqualTo(Source.LOCAL);
    assertServed(get(one, KEY), Source.LOCAL, Freshness.FRESH);

    assertThat(world.commits()).isEqualTo(commits + 1);
    assertThat(sharedEntry(KEY)).isEqualTo(one.local().find(KEY).orElseThrow().entry());
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void s8PartsThatTheRepairCannotBringAreAskedForAsJobs() {
    world.cut(Fault.ERROR);
    Instance one = world.instance();
    get(one, KEY);
    world.mend();
    world.clock.advance(Duration.ofSeconds(31));

    get(one, KEY);

    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(
            new Job.Rebuild(KEY, PartName.CHART),
            new Job.Rebuild(KEY, PartName.NEWS),
            new Job.Rebuild(KEY, PartName.PDF));
  }

  @Test
  void s9StaleIsServedAtOnceWithOneRefreshJob() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one, KEY);
    world.clock.advance(Duration.ofHours(7));

    for (int i = 0; i < 10; i++) {
      assertThat(served(get(one, KEY)).freshness()).isEqualTo(Freshness.STALE);
    }

    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Refresh(KEY));
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s10StaleIsServedToItsEndAndTheCoolDownStopsASecondAttempt() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one, KEY);
    Instant end = sharedEntry(KEY).validity().usableUntil();
    world.clock.advance(Duration.ofHours(7));
    world.generator.fails();

    one.cache().refresh(KEY, work());
    world.clock.advance(Duration.ofSeconds(59));
    one.cache().refresh(KEY, work());
    world.instance().cache().refresh(KEY, work());
    assertThat(world.generator.calls()).isEqualTo(2);
    assertThat(served(get(one, KEY)).freshness()).isEqualTo(Freshness.STALE);

    world.clock.advance(Duration.ofSeconds(2));
    one.cache().refresh(KEY, work());
    assertThat(world.generator.calls()).isEqualTo(3);

    world.clock.set(end.minusMillis(1));
    assertThat(served(get(one, KEY)).freshness()).isEqualTo(Freshness.STALE);
    world.clock.set(end);
    assertThat(get(one, KEY)).isInstanceOf(Failed.class);
  }

  @Test
  void s11BeyondItsEndNothingIsServedAndAFailureIsNotKept() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one, KEY);
    CacheEntry old = sharedEntry(KEY);
    world.clock.set(old.validity().usableUntil());
    world.generator.fails();

    assertThat(get(one, KEY)).isInstanceOf(Failed.class);

    assertThat(sharedEntry(KEY)).isEqualTo(old);
    assertThat(one.local().find(KEY).orElseThrow().entry()).isEqualTo(old);
  }

  @Test
  void s11AFailureFallsBackToThePreviousSessionWhileThatIsUsable() {
    Instance one = world.instance();
    world.clock.set(Instant.parse("2025-11-10T11:00:00Z"));
    get(one, DAY_BEFORE);
    world.clock.set(Examples.NOW);
    world.generator.fails();

    Served answer = served(get(one, KEY));

    assertThat(answer.report().key()).isEqualTo(DAY_BEFORE);
    assertThat(answer.freshness()).isEqualTo(Freshness.STALE);
    world.clock.set(sharedEntry(DAY_BEFORE).validity().usableUntil());
    assertThat(get(one, KEY)).isInstanceOf(Failed.class);
  }

  @Test
  void s12AFailingLeaderReleasesItsFollowersAndTheNextGetFliesAgain() {
    Instance one = world.instance();
    world.generator.fails();
    world.generator.during(() -> spinWhile(() -> world.followers() < 20));

    List<CacheAnswer> answers = together(21, () -> get(one, KEY));

    assertThat(answers).hasSize(21).allMatch(Failed.class::isInstance);
    assertThat(world.generator.calls()).isEqualTo(1);
    world.generator.during(() -> {});
    world.generator.heals();
    world.clock.advance(Duration.ofSeconds(61));
    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void s12ABugReleasesTheFollowersTooAndReachesItsOwnCaller() {
    Instance one = world.instance();
    world.generator.hasABug();
    world.generator.during(() -> spinWhile(() -> world.followers() < 3));
    var bugs = new ArrayList<Throwable>();

    List<CacheAnswer> answers =
        together(
            4,
            () -> {
              try {
                return get(one, KEY);
              } catch (IllegalStateException bug) {
                synchronized (bugs) {
                  bugs.add(bug);
                }
                return new Pending();
              }
            });

    assertThat(bugs).hasSize(1);
    assertThat(answers).filteredOn(Failed.class::isInstance).hasSize(3);
    world.generator.heals();
    world.generator.during(() -> {});
    world.clock.advance(Duration.ofSeconds(61));
    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);
  }

  @Test
  void s13ALeaderWithoutPatienceStillBringsTheValueHome() {
    Instance one = world.instance();
    world.generator.during(() -> spinWhile(() -> world.followers() < 5));
    var impatient = new Deadline(world.clock.instant());

    List<CacheAnswer> answers =
        all(
            List.of(
                () -> {
                  CacheAnswer answer = one.cache().get(KEY, Requester.nobody(), impatient, work());
                  return answer;
                },
                () -> after(() -> world.generator.calls() > 0, one),
                () -> after(() -> world.generator.calls() > 0, one),
                () -> after(() -> world.generator.calls() > 0, one),
                () -> after(() -> world.generator.calls() > 0, one),
                () -> after(() -> world.generator.calls() > 0, one)));

    assertThat(answers).hasSize(6).allMatch(Served.class::isInstance);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s14AnotherOwnersLeaseIsWaitedForWithFewLooksAndNeverOverruled() {
    assertThat(world.lease().tryAcquire(KEY, Duration.ofSeconds(150), work()))
        .isInstanceOf(Claim.Held.class);
    long before = world.recordReads();

    CacheAnswer answer =
        world
            .instance()
            .cache()
            .get(
                KEY,
                Requester.nobody(),
                Deadline.in(Duration.ofSeconds(20), world.clock.instant()),
                work());

    assertThat(answer).isEqualTo(new Pending());
    assertThat(world.generator.calls()).isZero();
    assertThat(world.recordReads() - before).isBetween(2L, 13L);
    assertThat(world.clock.instant()).isEqualTo(Examples.NOW.plusSeconds(20));
  }

  @Test
  void s14TheOwnersValueIsServedAsSoonAsItIsThere() {
    Instance owner = world.instance();
    Instance waiter = world.instance();
    world.lease().tryAcquire(KEY, Duration.ofSeconds(10), work());
    world.whilePausing(time -> {
      world.clock.advance(time);
      if (world.generator.calls() == 0 && time.compareTo(Duration.ofSeconds(2)) >= 0) {
        world.whilePausing(world.clock::advance);
        world.clock.advance(Duration.ofSeconds(10));
        get(owner, KEY);
      }
    });

    assertThat(served(get(waiter, KEY)).source()).isEqualTo(Source.SHARED);

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(waiter.events().of(AppEvent.Lock.class))
        .containsExactly(new AppEvent.Lock(AppEvent.LockState.WAITED));
  }

  @Test
  void s15AnEndedLeaseOfACrashedInstanceIsTakenOver() {
    world.lease().tryAcquire(KEY, Duration.ofSeconds(60), work());
    world.clock.advance(Duration.ofSeconds(61));

    assertServed(get(world.instance(), KEY), Source.GENERATED, Freshness.FRESH);

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(world.leaseHeld()).isFalse();
  }

  @Test
  void s15ALeaseThatEndsWhileWaitedForIsTakenOver() {
    world.lease().tryAcquire(KEY, Duration.ofSeconds(8), work());
    Instance one = world.instance();

    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(one.events().of(AppEvent.Lock.class))
        .extracting(AppEvent.Lock::state)
        .containsExactly(AppEvent.LockState.WAITED, AppEvent.LockState.TAKEOVER);
  }

  @Test
  void s16OfTwoInstancesThatTakeOverOneGeneratesAndTheOtherFollows() {
    world.lease().tryAcquire(KEY, Duration.ofSeconds(60), work());
    world.clock.advance(Duration.ofSeconds(61));
    world.whilePausing(_ -> spinWhile(world::leaseHeld));
    Instance a = world.instance();
    Instance b = world.instance();

    List<CacheAnswer> answers = all(List.of(() -> get(a, KEY), () -> get(b, KEY)));

    assertThat(answers).allMatch(Served.class::isInstance);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s18WithTheSharedTierDownOneGenerationServesFromTheLocalOne() {
    world.cut(Fault.TIMEOUT);
    Instance one = world.instance();
    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);
    for (int i = 0; i < 9; i++) {
      assertThat(served(get(one, KEY)).source()).isEqualTo(Source.LOCAL);
    }
    assertThat(world.generator.calls()).isEqualTo(1);

    long open = world.requests();
    for (int second = 0; second < 90; second++) {
      world.clock.advance(Duration.ofSeconds(1));
      get(one, KEY);
    }

    assertThat(world.requests() - open).isLessThanOrEqualTo(3);
    assertThat(one.queue().pending()).isEmpty();
  }

  @Test
  void s24AnEntryFromTheFutureIsAMiss() {
    world.clock.advance(Duration.ofMinutes(10));
    get(world.instance(), KEY);
    world.clock.set(Examples.NOW);
    Instance one = world.instance();

    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);

    assertThat(one.events().of(AppEvent.CacheError.class))
        .extracting(AppEvent.CacheError::kind)
        .contains(Fault.CLOCK);
  }

  @Test
  void s25AHardInvalidationIsSeenHereAtOnceAndElsewhereWithinTheWindow() {
    invalidationIsSeen(new Scope.OfTicker(KEY.ticker()));
  }

  @Test
  void s26TheSameForASessionAndForAll() {
    invalidationIsSeen(new Scope.OfSession(KEY.session()));
    world = newWorld();
    invalidationIsSeen(new Scope.All());
  }

  private void invalidationIsSeen(Scope scope) {
    Instance here = world.instance();
    Instance there = world.instance();
    get(here, KEY);
    get(there, KEY);
    Validity first = sharedEntry(KEY).validity();
    world.clock.advance(Duration.ofSeconds(1));

    here.cache().invalidate(scope, Strength.HARD, work());
    assertServed(get(here, KEY), Source.GENERATED, Freshness.FRESH);
    assertThat(world.generator.calls()).isEqualTo(2);

    world.clock.advance(Duration.ofSeconds(60));
    assertServed(get(there, KEY), Source.SHARED, Freshness.FRESH);
    assertThat(there.local().find(KEY).orElseThrow().entry().validity()).isNotEqualTo(first);
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void s25WhatWasBegunBeforeAnInvalidationIsAnsweredButNotKept() {
    Instance one = world.instance();
    world.generator.during(() -> {
      world.clock.advance(Duration.ofSeconds(30));
      one.cache().invalidate(new Scope.All(), Strength.HARD, work());
    });

    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);

    assertThat(one.local().find(KEY)).isEmpty();
    assertThat(world.shared().find(KEY, work())).isEqualTo(new Lookup.None());
  }

  @Test
  void s28AfterAHardInvalidationStaleIsNotServedAndAfterASoftOneItIs() {
    Instance one = world.instance();
    get(one, KEY);
    world.clock.advance(Duration.ofSeconds(1));
    world.generator.fails();

    one.cache().invalidate(new Scope.OfKey(KEY), Strength.SOFT, work());
    assertThat(served(get(one, KEY)).freshness()).isEqualTo(Freshness.STALE);
    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Refresh(KEY));

    one.cache().invalidate(new Scope.OfKey(KEY), Strength.HARD, work());
    assertThat(get(one, KEY)).isInstanceOf(Failed.class);
  }

  @Test
  void s29AListedTickerTheSourceDoesNotKnowIsLookedUpOnceInTenMinutes() {
    Instance one = world.instance();
    world.generator.knowsNothing();

    for (int i = 0; i < 100; i++) {
      assertThat(get(one, KEY)).isInstanceOf(Absent.class);
      world.clock.advance(Duration.ofMillis(5_900));
    }
    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(get(world.instance(), KEY)).isInstanceOf(Absent.class);
    assertThat(world.generator.calls()).isEqualTo(1);

    world.clock.advance(Duration.ofSeconds(11));
    get(one, KEY);
    assertThat(world.generator.calls()).isEqualTo(2);
  }

  @Test
  void s29WithoutABarForTheSessionEverybodyGetsTheNewestReportAndItIsMadeOnce() {
    world.generator.endsAt(DAY_BEFORE.session());
    Instance one = world.instance();

    assertThat(served(get(one, KEY)).report().key()).isEqualTo(DAY_BEFORE);
    assertThat(served(one.cache().peek(KEY, work())).report().key()).isEqualTo(DAY_BEFORE);
    assertThat(served(get(world.instance(), KEY)).report().key()).isEqualTo(DAY_BEFORE);

    assertThat(world.generator.asked()).containsExactly(KEY, DAY_BEFORE);
  }

  @Test
  void s30AfterTheCloseTheKeyIsTheSessionJustClosed() {
    world.clock.set(Instant.parse("2025-11-11T08:30:00Z"));
    assertThat(world.sessions.newest(KEY.ticker(), world.clock.instant())).isEqualTo(DAY_BEFORE);
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(24)));
    get(one, DAY_BEFORE);

    world.clock.set(Instant.parse("2025-11-11T11:00:00Z"));

    assertThat(world.sessions.newest(KEY.ticker(), world.clock.instant())).isEqualTo(KEY);
    assertThat(served(get(one, DAY_BEFORE)).freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  void s31FridaysReportIsFreshUntilMondaysCloseHasSettled() {
    world.clock.set(FRIDAY_EVENING);
    Instance one = world.instance();
    get(one, FRIDAY);

    world.clock.set(FRIDAY_EVENING.plus(Duration.ofDays(2)));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.FRESH);
    world.clock.set(MONDAY_SETTLED.minusMillis(1));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.FRESH);
    world.clock.set(MONDAY_SETTLED);
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.STALE);
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void s31WithACapOfADayItIsFreshADayAndStaleSixHours() {
    world.clock.set(FRIDAY_EVENING);
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(24)));
    get(one, FRIDAY);
    Validity validity = sharedEntry(FRIDAY).validity();
    assertThat(validity.freshUntil())
        .isBetween(
            FRIDAY_EVENING.plus(Duration.ofHours(24)).minus(Duration.ofMinutes(10)),
            FRIDAY_EVENING.plus(Duration.ofHours(24)));

    world.clock.set(validity.freshUntil().minusMillis(1));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.FRESH);
    world.clock.set(validity.freshUntil());
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.STALE);
    world.clock.set(validity.freshUntil().plus(Duration.ofHours(6)).minusMillis(1));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.STALE);
    world.clock.advance(Duration.ofMillis(1));
    assertServed(get(one, FRIDAY), Source.GENERATED, Freshness.FRESH);
  }

  @Test
  void s32TheHostsMidnightDoesNotChangeTheKey() {
    // 06:59 and 07:01 in Bangkok are 23:59 and 00:01 in UTC.
    assertThat(world.sessions.newest(KEY.ticker(), Instant.parse("2025-11-11T23:59:00Z")))
        .isEqualTo(world.sessions.newest(KEY.ticker(), Instant.parse("2025-11-12T00:01:00Z")))
        .isEqualTo(KEY);
  }

  @Test
  void s34WithTheLocalTierAloneNothingRemoteIsAsked() {
    var local = world.newLocalCache();
    Instance one =
        world.instance(
            Tiers.sqlite(local, new InMemoryInvalidationLog(world.clock)),
            local,
            world.policy(),
            world.generator);

    List<CacheAnswer> first = together(8, () -> get(one, KEY));
    assertThat(first).allMatch(Served.class::isInstance);
    assertServed(get(one, KEY), Source.LOCAL, Freshness.FRESH);

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(world.requests()).isZero();
    assertThat(served(get(one, KEY)).report().parts()).isEmpty();
    one.cache().invalidate(new Scope.All(), Strength.HARD, work());
    assertThat(local.find(KEY)).isEmpty();
  }

  @Test
  void s34WithTheSharedTierAloneEveryGetReadsIt() {
    var unused = world.newLocalCache();
    Instance one =
        world.instance(
            Tiers.s3(world.shared(), world.lease(), world.log()),
            unused,
            world.policy(),
            world.generator);

    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);
    assertServed(get(one, KEY), Source.SHARED, Freshness.FRESH);
    assertServed(get(one, KEY), Source.SHARED, Freshness.FRESH);

    assertThat(world.generator.calls()).isEqualTo(1);
    assertThat(unused.find(KEY)).isEmpty();
    assertThat(one.events().of(AppEvent.CacheMiss.class))
        .allMatch(miss -> miss.tier() == AppEvent.Tier.SHARED);
  }

  @Test
  void s34WithoutTiersEveryGetGeneratesStillOneAtATime() {
    Instance one =
        world.instance(Tiers.off(), world.newLocalCache(), world.policy(), world.generator);
    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);
    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);
    assertThat(world.generator.calls()).isEqualTo(2);

    world.generator.during(() -> spinWhile(() -> world.followers() < 7));
    List<CacheAnswer> answers = together(8, () -> get(one, KEY));

    assertThat(answers).allMatch(Served.class::isInstance);
    assertThat(world.generator.calls()).isEqualTo(3);
    assertThat(world.requests()).isZero();
  }

  @Test
  void theReportOfTheSessionBeforeIsHandedToTheGenerator() {
    world.clock.set(Instant.parse("2025-11-10T11:00:00Z"));
    get(world.instance(), DAY_BEFORE);
    world.clock.set(Examples.NOW);

    get(world.instance(), KEY);

    assertThat(world.generator.previous().getFirst()).isEmpty();
    assertThat(world.generator.previous().getLast().map(Report::key)).contains(DAY_BEFORE);
  }

  @Test
  void aConflictWithALaterGenerationIsLostAndTheOtherEntryServed() {
    Instance one = world.instance();
    world.generator.during(() -> {
      world.clock.advance(Duration.ofSeconds(1));
      world.shared().commit(Examples.bundle(world.clock.instant(), "ff"), Tags.none(), work());
    });

    assertServed(get(one, KEY), Source.SHARED, Freshness.FRESH);

    assertThat(sharedEntry(KEY).validity().generation()).isEqualTo("ff");
    assertThat(one.local().find(KEY).map(LocalCopy::entry)).contains(sharedEntry(KEY));
  }

  @Test
  void aConflictWithAnEarlierGenerationIsRetriedOnceAndWon() {
    Instance one = world.instance();
    world.generator.during(() ->
        world
            .shared()
            .commit(Examples.bundle(Examples.NOW.minusSeconds(5), "ee"), Tags.none(), work()));

    assertServed(get(one, KEY), Source.GENERATED, Freshness.FRESH);

    assertThat(sharedEntry(KEY).validity().generation()).isNotEqualTo("ee");
    assertThat(one.local().find(KEY).map(LocalCopy::entry)).contains(sharedEntry(KEY));
  }

  private CacheAnswer get(Instance one, ReportKey key) {
    return one.cache()
        .get(
            key,
            Requester.nobody(),
            Deadline.in(Duration.ofSeconds(45), world.clock.instant()),
            work());
  }

  private CacheAnswer after(BooleanSupplier condition, Instance one) {
    spinWhile(() -> !condition.getAsBoolean());
    return get(one, KEY);
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }

  private CacheEntry sharedEntry(ReportKey key) {
    return ((Lookup.Found) world.shared().find(key, work())).entry();
  }

  private static Served served(CacheAnswer answer) {
    assertThat(answer).isInstanceOf(Served.class);
    return (Served) answer;
  }

  private static void assertServed(CacheAnswer answer, Source source, Freshness freshness) {
    assertThat(served(answer).source()).isEqualTo(source);
    assertThat(served(answer).freshness()).isEqualTo(freshness);
  }

  private static void spinWhile(BooleanSupplier condition) {
    while (condition.getAsBoolean()) {
      Thread.yield();
    }
  }

  private static List<CacheAnswer> together(int callers, Callable<CacheAnswer> deed) {
    return all(Collections.nCopies(callers, deed));
  }

  private static List<CacheAnswer> all(List<Callable<CacheAnswer>> deeds) {
    var answers = new ArrayList<CacheAnswer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<CacheAnswer> running : deeds.stream().map(threads::submit).toList()) {
        answers.add(running.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("a caller did not get its answer", e);
    }
    return answers;
  }
}
