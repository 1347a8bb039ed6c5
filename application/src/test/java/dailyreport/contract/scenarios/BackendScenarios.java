package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Callers.together;
import static dailyreport.contract.scenarios.Callers.waitWhile;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.AppEvent;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One tier or none: S34. */
public interface BackendScenarios extends Scenario {

  @Test
  default void s34WithTheLocalTierAloneNothingRemoteIsAsked() {
    Instance one = world().instance(world().localTiers());

    List<CacheAnswer> first = together(8, () -> get(one));
    assertThat(first).allMatch(Served.class::isInstance);
    assertServed(get(one), Source.LOCAL, Freshness.FRESH);

    assertThat(world().generator.calls()).isEqualTo(1);
    assertThat(world().requests()).isZero();
    assertThat(served(get(one)).report().parts()).isEmpty();
    one.cache().invalidate(new Scope.All(), Strength.HARD, work());
    assertThat(one.local().find(KEY)).isEmpty();
  }

  @Test
  default void s34WithTheSharedTierAloneEveryGetReadsIt() {
    var unused = world().newLocalCache();
    Instance one =
        world()
            .instance(
                Tiers.s3(world().shared(), world().lease(), world().log()),
                unused,
                world().policy(),
                world().generator);

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);
    long before = world().recordReads();
    assertServed(get(one), Source.SHARED, Freshness.FRESH);
    assertServed(get(one), Source.SHARED, Freshness.FRESH);

    assertThat(world().recordReads()).isEqualTo(before + 2);
    assertThat(world().generator.calls()).isEqualTo(1);
    assertThat(unused.find(KEY)).isEmpty();
    assertThat(one.events().of(AppEvent.CacheMiss.class))
        .allMatch(miss -> miss.tier() == AppEvent.Tier.SHARED);
  }

  @Test
  default void s34WithoutTiersEveryGetGeneratesStillOneAtATime() {
    Instance one = world().instance(Tiers.off());
    assertServed(get(one), Source.GENERATED, Freshness.FRESH);
    assertServed(get(one), Source.GENERATED, Freshness.FRESH);
    assertThat(world().generator.calls()).isEqualTo(2);

    world().generator.during(() -> waitWhile(() -> world().followers() < 7));
    List<CacheAnswer> answers = together(8, () -> get(one));

    assertThat(answers).allMatch(Served.class::isInstance);
    assertThat(world().generator.calls()).isEqualTo(3);
    assertThat(world().requests()).isZero();
  }
}
