package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryLocalCache;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A local tier that breaks, or holds what cannot be true. */
class LocalTierTest extends CacheRig {
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  @Test
  void f64ARowFromTheFutureIsAMissWithItsReason() {
    Instance one = world.instance();
    one.local().store(copy(TOLERANCE.plusMillis(1)));

    assertThat(one.cache().peek(KEY, work())).isEqualTo(new CacheAnswer.Pending());

    assertThat(errors(one)).containsExactly(error(Tier.LOCAL, "get", Fault.CLOCK));
  }

  @Test
  void aClockThatRunsAheadALittleIsTolerated() {
    Instance one = world.instance();
    one.local().store(copy(TOLERANCE));

    assertThat(served(one.cache().peek(KEY, work())).source()).isEqualTo(Source.LOCAL);

    assertThat(errors(one)).isEmpty();
  }

  @Test
  void aRowThatCannotBeReadIsAMiss() {
    Instance one = with(breakingAt("find"));
    get(one);

    assertThat(served(one.cache().peek(KEY, work())).source()).isEqualTo(Source.SHARED);

    assertThat(errors(one)).isNotEmpty().containsOnly(error(Tier.LOCAL, "get", Fault.FULL));
  }

  @Test
  void aCopyThatCouldNotBeStoredIsNoBackfill() {
    get(world.instance());
    Instance one = with(breakingAt("store"));

    assertThat(served(get(one)).source()).isEqualTo(Source.SHARED);

    assertThat(one.events().of(AppEvent.Backfill.class)).isEmpty();
    assertThat(errors(one)).containsExactly(error(Tier.LOCAL, "put", Fault.FULL));
  }

  @Test
  void withoutLocalTierNothingIsABackfill() {
    get(world.instance());
    Instance one = with(Tiers.s3(shared, lease, log));

    assertThat(served(get(one)).source()).isEqualTo(Source.SHARED);

    assertThat(one.events().of(AppEvent.Backfill.class)).isEmpty();
  }

  @Test
  void aRowThatCannotBeEvictedIsHiddenAllTheSame() {
    Instance one = with(breakingAt("evict"));
    get(one);
    passes(Duration.ofSeconds(1));

    one.cache().invalidate(new Scope.OfKey(KEY), Strength.HARD, work());

    assertThat(errors(one)).containsExactly(error(Tier.LOCAL, "delete", Fault.FULL));
    assertThat(one.local().find(KEY)).isPresent();
    assertThat(one.cache().peek(KEY, work())).isEqualTo(new CacheAnswer.Pending());
  }

  private LocalCopy copy(Duration ahead) {
    return new LocalCopy(entry(Examples.NOW.plus(ahead), "0"), Tag.none(), world.clock.instant());
  }

  private static LocalCache breakingAt(String broken) {
    return Spied.on(
        LocalCache.class,
        new InMemoryLocalCache(),
        (method, _) -> {
          if (method.equals(broken)) {
            throw new PortException.Cache(Fault.FULL, broken + " in a full file", null);
          }
        });
  }
}
