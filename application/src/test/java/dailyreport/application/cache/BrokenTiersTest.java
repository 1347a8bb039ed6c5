package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.CacheError;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemorySharedCache;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bug in a tier costs the tier, never the person who asked. */
class BrokenTiersTest {
  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  static Stream<Supplier<Throwable>> bugs() {
    return Stream.of(
        () -> new IllegalStateException("planted"),
        () -> new StackOverflowError("planted"),
        () -> new UnsatisfiedLinkError("planted"));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void everyTierMayHaveABugInEveryMethod(Supplier<Throwable> bug) {
    LocalCache local = broken(LocalCache.class, bug);
    Instance one =
        world.instance(
            Tiers.hybrid(
                local,
                broken(SharedCache.class, bug),
                broken(GenerationLease.class, bug),
                broken(InvalidationLog.class, bug)),
            local,
            world.policy(),
            world.generator);

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);
    assertThat(one.cache().peek(KEY, work())).isEqualTo(new CacheAnswer.Pending());

    assertThat(one.events().of(CacheError.class))
        .isNotEmpty()
        .allMatch(error -> error.kind() == Fault.ERROR)
        .extracting(CacheError::tier)
        .contains(Tier.LOCAL, Tier.SHARED);
  }

  @Test
  void aBugAtAReadIsToldOnceAndIsAMiss() {
    SharedCache shared =
        Meddled.port(
            SharedCache.class,
            world.shared(),
            "find",
            _ -> {
              throw new IllegalStateException("planted");
            });
    var local = world.newLocalCache();
    Instance one =
        world.instance(
            Tiers.hybrid(local, shared, world.lease(), world.log()),
            local,
            world.policy(),
            world.generator);

    assertThat(one.cache().peek(KEY, work())).isEqualTo(new CacheAnswer.Pending());

    assertThat(one.events().of(CacheError.class))
        .containsExactly(new CacheError(Tier.SHARED, "get", Fault.ERROR));
  }

  /** It is read twice: before the lease is asked for, and after. */
  @Test
  void anUntrustedRecordIsToldOnce() {
    for (Fault fault : List.of(Fault.INVALID, Fault.METADATA, Fault.CLOCK)) {
      ((InMemorySharedCache) world.shared()).spoil(KEY, fault);
      Instance one = world.instance();

      assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);

      assertThat(one.events().of(CacheError.class))
          .containsExactly(new CacheError(Tier.SHARED, "get", fault));
    }
  }

  @Test
  void aBugOfTheOutputCheckIsAnUntrustedRecord() {
    get(world.instance());
    var local = world.newLocalCache();
    var events = new RecordingEventLog();
    var cache =
        new TieredCache(
            Tiers.hybrid(local, world.shared(), world.lease(), world.log()),
            world.policy(),
            new EntryGate(
                _ -> true,
                _ -> {
                  throw new StackOverflowError("a pattern on a text of somebody else");
                }),
            world.generator,
            new GenerationBudget(world.clock),
            (_, _, _) -> {},
            events,
            world.clock,
            world.waiting());

    assertThat(served(cache.get(KEY, Requester.nobody(), work(), work())).source())
        .isEqualTo(Source.GENERATED);

    assertThat(events.of(CacheError.class))
        .containsExactly(new CacheError(Tier.SHARED, "get", Fault.INVALID));
  }

  @Test
  void aBugInTheLeaseWhenItIsGivenBackDoesNotCostTheReport() {
    GenerationLease lease =
        Meddled.port(
            GenerationLease.class,
            world.lease(),
            "release",
            _ -> {
              throw new IllegalStateException("planted");
            });
    var local = world.newLocalCache();
    Instance one =
        world.instance(
            Tiers.hybrid(local, world.shared(), lease, world.log()),
            local,
            world.policy(),
            world.generator);

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);
  }

  @Test
  void whatIsInvalidatedIsSaidEvenWhenNothingCanBeDeleted() {
    LocalCache local = broken(LocalCache.class, () -> new IllegalStateException("planted"));
    Instance one =
        world.instance(
            Tiers.hybrid(
                local,
                broken(SharedCache.class, () -> new IllegalStateException("planted")),
                world.lease(),
                world.log()),
            local,
            world.policy(),
            world.generator);

    assertThatCode(() -> one.cache().invalidate(new Scope.All(), Strength.HARD, work()))
        .doesNotThrowAnyException();

    assertThat(one.events().of(AppEvent.Invalidated.class)).hasSize(1);
  }

  @Test
  void aBugOfTheGeneratorCoolsDownHereTooWhereThereAreNoLeases() {
    var local = world.newLocalCache();
    Instance one =
        world.instance(Tiers.sqlite(local, world.log()), local, world.policy(), world.generator);
    world.generator.hasABug();
    assertThatCode(() -> get(one)).isInstanceOf(IllegalStateException.class);

    assertThat(get(one)).isInstanceOf(CacheAnswer.Failed.class);
    assertThat(get(one)).isInstanceOf(CacheAnswer.Failed.class);

    assertThat(world.generator.calls()).isEqualTo(1);
  }

  private static <T> T broken(Class<T> port, Supplier<Throwable> bug) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, _, _) -> {
              throw bug.get();
            }));
  }

  private CacheAnswer get(Instance one) {
    return one.cache().get(KEY, Requester.nobody(), work(), work());
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }

  private static Served served(CacheAnswer answer) {
    assertThat(answer).isInstanceOf(Served.class);
    return (Served) answer;
  }
}
