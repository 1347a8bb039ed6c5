package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemorySharedCache;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A thread that is interrupted, as at the deadline of the work: its remote calls are called off, as
 * those of the real adapters are.
 */
class CalledOffTest {
  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  @AfterEach
  void theThreadIsAsItWas() {
    Thread.interrupted();
  }

  @Test
  void leaseOfAGenerationThatWasCalledOffCoolsDown() {
    Instance one = instance(world.shared(), ending("coolDown"));
    world.generator.fails();
    world.generator.during(() -> Thread.currentThread().interrupt());

    assertThat(get(one)).isInstanceOf(CacheAnswer.Failed.class);

    assertThat(Thread.interrupted()).as("still called off").isTrue();
    assertThat(world.lease().tryAcquire(KEY, Duration.ofSeconds(60), work()))
        .isEqualTo(new Claim.Busy(world.clock.instant().plusSeconds(60)));
  }

  @Test
  void leaseIsReleasedWhenTheReportCameAllTheSame() {
    Instance one = instance(world.shared(), ending("release"));
    world.generator.during(() -> Thread.currentThread().interrupt());

    get(one);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(world.leaseHeld()).isFalse();
  }

  @Test
  void nothingIsGeneratedByAThreadThatWasCalledOffWhileItAskedForTheLease() {
    GenerationLease lease =
        Meddled.port(
            GenerationLease.class,
            world.lease(),
            "tryAcquire",
            _ -> {
              Thread.currentThread().interrupt();
              return new Claim.Unavailable();
            });

    assertThat(get(instance(world.shared(), lease))).isEqualTo(new Pending());

    assertThat(world.generator.calls()).isZero();
  }

  @Test
  void callsThatWereCalledOffAreNoFaultsOfTheStore() {
    SharedCache shared =
        Meddled.port(
            SharedCache.class,
            world.shared(),
            "find",
            call -> {
              if (Thread.currentThread().isInterrupted()) {
                throw new PortException.Cache(Fault.TIMEOUT, "called off", null);
              }
              return call.call();
            });
    Instance one = instance(shared, world.lease());
    for (int i = 0; i < 6; i++) {
      Thread.currentThread().interrupt();
      one.cache().peek(KEY, work());
      Thread.interrupted();
    }
    long before = world.recordReads();

    one.cache().peek(KEY, work());

    assertThat(world.recordReads()).isEqualTo(before + 1);
  }

  @Test
  void whoComesTooLateDoesNotAskAndIsNoFaultOfTheStoreEither() {
    Instance one = world.instance();
    var late = new Deadline(world.clock.instant());
    for (int i = 0; i < 6; i++) {
      assertThat(one.cache().peek(KEY, late)).isEqualTo(new Pending());
    }
    assertThat(((InMemorySharedCache) world.shared()).wire().calls()).isEmpty();

    one.cache().peek(KEY, work());

    assertThat(world.recordReads()).isEqualTo(1);
  }

  /** A lease whose ending is called off for whoever is interrupted. */
  private GenerationLease ending(String method) {
    return Meddled.port(
        GenerationLease.class,
        world.lease(),
        method,
        call -> Thread.currentThread().isInterrupted() ? null : call.call());
  }

  private Instance instance(SharedCache shared, GenerationLease lease) {
    var local = world.newLocalCache();
    return world.instance(
        Tiers.hybrid(local, shared, lease, world.log()), local, world.policy(), world.generator);
  }

  private CacheAnswer get(Instance one) {
    return one.cache().get(KEY, Requester.nobody(), work(), work());
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }
}
