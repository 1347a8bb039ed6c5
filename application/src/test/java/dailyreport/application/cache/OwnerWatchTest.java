package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.LockState;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.Lease;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryJobQueue;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a caller waits for the owner of a lease. */
class OwnerWatchTest extends CacheRig {
  private final List<Long> pauses = new ArrayList<>();
  private final Instance one = world.instance();

  @BeforeEach
  void pausesAreNoted() {
    world.whilePausing(time -> {
      pauses.add(time.toMillis());
      passes(time);
    });
  }

  @Test
  void looksComeFurtherAndFurtherApartUntilPatienceEnds() {
    lease.tryAcquire(KEY, Duration.ofMinutes(5), work());

    assertThat(getWithin(Duration.ofSeconds(20))).isEqualTo(new Pending());

    assertThat(pauses).containsExactly(500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L, 2_500L);
  }

  @Test
  void theLastLookIsAtTheEndOfTheLease() {
    lease.tryAcquire(KEY, Duration.ofMillis(2_700), work());

    assertThat(served(getWithin(Duration.ofSeconds(20))).source()).isEqualTo(Source.GENERATED);

    assertThat(pauses).containsExactly(500L, 1_000L, 1_200L);
  }

  @Test
  void aLeaseThatWasTakenAgainIsWaitedForAsOneWaitAndNotFromTheStart() {
    lease.tryAcquire(KEY, Duration.ofMillis(1_500), work());
    world.whilePausing(time -> {
      pauses.add(time.toMillis());
      passes(time);
      lease.tryAcquire(KEY, Duration.ofSeconds(3), work());
    });

    assertThat(getWithin(Duration.ofSeconds(10))).isEqualTo(new Pending());

    assertThat(pauses).startsWith(500L, 1_000L, 2_000L);
    assertThat(one.events().of(AppEvent.Lock.class))
        .containsExactly(new AppEvent.Lock(LockState.WAITED));
    assertThat(world.generator.calls()).isZero();
  }

  @Test
  void whoHasNoPatienceDoesNotPause() {
    lease.tryAcquire(KEY, Duration.ofMinutes(5), work());

    assertThat(getWithin(Duration.ZERO)).isEqualTo(new Pending());

    assertThat(pauses).isEmpty();
  }

  @Test
  void aLeaseThatHasEndedByOurClockOnlyIsStillLookedAtWithPauses() {
    Instant past = world.clock.instant().minusSeconds(1);
    GenerationLease ahead =
        new GenerationLease() {
          @Override
          public Claim tryAcquire(ReportKey key, Duration length, Deadline deadline) {
            return new Claim.Busy(past);
          }

          @Override
          public Count countCall(Lease held, Deadline deadline) {
            throw new AssertionError("nobody holds it");
          }

          @Override
          public void release(Lease held, Deadline deadline) {
            throw new AssertionError("nobody holds it");
          }

          @Override
          public void coolDown(Lease held, Duration length, Deadline deadline) {
            throw new AssertionError("nobody holds it");
          }
        };
    Instance waiter = with(Tiers.hybrid(world.newLocalCache(), shared, ahead, log));

    CacheAnswer answer =
        waiter
            .cache()
            .get(
                KEY,
                Requester.nobody(),
                Deadline.in(Duration.ofSeconds(20), world.clock.instant()),
                work());

    assertThat(answer).isEqualTo(new Pending());
    assertThat(pauses).containsExactly(500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L, 2_500L);
  }

  @Test
  void theOwnersValueEndsTheWaitAtOnce() {
    lease.tryAcquire(KEY, Duration.ofSeconds(3), work());
    world.whilePausing(time -> {
      pauses.add(time.toMillis());
      passes(time);
      shared.commit(
          new Bundle(entry(world.clock.instant(), "a"), Examples.parts(KEY.toString())),
          shared.tags(KEY, work()),
          work());
    });

    assertThat(generation(getWithin(Duration.ofSeconds(20)))).isEqualTo("a");

    assertThat(pauses).containsExactly(500L);
  }

  @Test
  void whoIsCalledOffWhileWaitingLeavesAtOnceAndStaysCalledOff() {
    lease.tryAcquire(KEY, Duration.ofMinutes(5), work());
    var waits = new ArrayList<Duration>();
    Waiting calledOff =
        new Waiting() {
          @Override
          public void pause(Duration time) throws InterruptedException {
            waits.add(time);
            throw new InterruptedException("called off by a test");
          }

          @Override
          public boolean ends(Future<?> work, Duration atMost) {
            throw new AssertionError("nobody else flies");
          }
        };
    TieredCache cache =
        cache(
            Tiers.hybrid(world.newLocalCache(), shared, lease, log),
            new InMemoryJobQueue(world.clock),
            new RecordingEventLog(),
            calledOff);

    CacheAnswer answer = cache.get(KEY, Requester.nobody(), work(), work());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(answer).isEqualTo(new Pending());
    assertThat(waits).hasSize(1);
  }

  private CacheAnswer getWithin(Duration patience) {
    return one.cache()
        .get(KEY, Requester.nobody(), Deadline.in(patience, world.clock.instant()), work());
  }
}
