package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.LocalCache;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** When an answer is given nothing runs on behind it, and what runs holds up no answer. */
class NothingRunsOnTest {
  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  @Test
  void anAnswerIsGivenWhenBothTiersHaveDoneTheirWork() {
    var answered = new CountDownLatch(1);
    var ranOn = new AtomicBoolean();
    LocalCache slow =
        Meddled.port(
            LocalCache.class,
            world.newLocalCache(),
            "store",
            call -> {
              ranOn.compareAndSet(false, answered.await(50, TimeUnit.MILLISECONDS));
              return call.call();
            });
    Instance one =
        world.instance(
            Tiers.hybrid(slow, world.shared(), world.lease(), world.log()),
            slow,
            world.policy(),
            world.generator);

    get(one);
    answered.countDown();

    assertThat(ranOn).isFalse();
    assertThat(slow.find(KEY)).isPresent();
  }

  @Test
  void aStaleReportIsServedWhileItsSuccessorIsBeingMade() throws Exception {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one);
    world.clock.advance(Duration.ofHours(7));
    var making = new CountDownLatch(1);
    var served = new CountDownLatch(1);
    world.generator.during(() -> {
      making.countDown();
      await(served);
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var refresh = threads.submit(() -> one.cache().refresh(KEY, work()));
      making.await();

      Served answer = (Served) get(one);

      served.countDown();
      assertThat(answer.freshness()).isEqualTo(Freshness.STALE);
      assertThat(((Served) refresh.get()).source()).isEqualTo(Source.GENERATED);
    }
    assertThat(world.followers()).isZero();
  }

  @Test
  void aStaleReportIsServedWhileAnotherInstanceHasTheLease() {
    Instance one = world.instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one);
    world.clock.advance(Duration.ofHours(7));
    assertThat(world.lease().tryAcquire(KEY, Duration.ofSeconds(150), work()))
        .isInstanceOf(Claim.Held.class);
    var before = world.clock.instant();

    assertThat(((Served) get(one)).freshness()).isEqualTo(Freshness.STALE);

    assertThat(world.clock.instant()).as("nobody paused").isEqualTo(before);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CacheAnswer get(Instance one) {
    return one.cache().get(KEY, Requester.nobody(), work(), work());
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }
}
