package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Failed;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Together;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was made before a cut-off is not served after it: S25 to S28. */
public interface InvalidationScenarios extends Scenario {

  @Test
  default void s25AnInvalidatedTickerIsSeenHereAtOnceAndElsewhereWithinTheWindow() {
    invalidationIsSeen(new Scope.OfTicker(KEY.ticker()));
  }

  @Test
  default void s26TheSameForASession() {
    invalidationIsSeen(new Scope.OfSession(KEY.session()));
  }

  @Test
  default void s26TheSameForAll() {
    invalidationIsSeen(new Scope.All());
  }

  private void invalidationIsSeen(Scope scope) {
    Instance here = world().instance();
    Instance there = world().instance();
    get(here);
    get(there);
    Validity first = sharedEntry(KEY).validity();
    world().clock.advance(Duration.ofSeconds(1));

    here.cache().invalidate(scope, Strength.HARD, work());
    assertServed(get(here), Source.GENERATED, Freshness.FRESH);
    assertThat(world().generator.calls()).isEqualTo(2);

    world().clock.advance(Duration.ofSeconds(60));
    assertServed(get(there), Source.SHARED, Freshness.FRESH);
    assertThat(localEntry(there, KEY).validity()).isNotEqualTo(first);
    assertThat(world().generator.calls()).isEqualTo(2);
  }

  @Test
  default void s26WhatIsOutsideTheScopeStays() {
    var uob = new ReportKey(CacheWorld.UOB.ticker(), KEY.session());
    Instance one = world().instance();
    get(one);
    get(one, uob);
    get(one, DAY_BEFORE);
    world().clock.advance(Duration.ofSeconds(1));

    one.cache().invalidate(new Scope.OfSession(KEY.session()), Strength.HARD, work());
    assertThat(served(get(one, DAY_BEFORE)).source()).isEqualTo(Source.LOCAL);
    one.cache().invalidate(new Scope.OfTicker(uob.ticker()), Strength.HARD, work());
    assertThat(served(get(one, DAY_BEFORE)).source()).isEqualTo(Source.LOCAL);

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);
    assertThat(served(get(one, uob)).source()).isEqualTo(Source.GENERATED);
    assertThat(world().generator.calls()).isEqualTo(5);
  }

  @Test
  default void s25WhatWasBegunBeforeAnInvalidationIsAnsweredButNotKept() {
    Instance one = world().instance();
    world()
        .generator
        .during(() -> {
          world().clock.advance(Duration.ofSeconds(30));
          one.cache().invalidate(new Scope.All(), Strength.HARD, work());
        });

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);

    assertThat(one.local().find(KEY)).isEmpty();
    assertThat(world().shared().find(KEY, work())).isEqualTo(new Lookup.None());
  }

  @Test
  default void s27OfInvalidationsAtTheSameMomentAllSurvive() {
    List<Scope> scopes =
        CacheWorld.INSTRUMENTS.stream()
            .limit(4)
            .<Scope>map(instrument -> new Scope.OfTicker(instrument.ticker()))
            .toList();
    List<Instance> instances = scopes.stream().map(_ -> world().instance()).toList();

    Together.run(
        scopes.size(),
        i -> {
          instances.get(i).cache().invalidate(scopes.get(i), Strength.HARD, work());
          return i;
        });

    Watermarks after = world().log().current(work());
    assertThat(after.epoch()).isEqualTo(4);
    assertThat(after.cutOffs())
        .extracting(Watermarks.CutOff::scope)
        .containsExactlyInAnyOrderElementsOf(scopes);
  }

  @Test
  default void s28AfterAHardInvalidationStaleIsNotServedAndAfterASoftOneItIs() {
    Instance one = world().instance();
    get(one);
    world().clock.advance(Duration.ofSeconds(1));
    world().generator.fails();

    one.cache().invalidate(new Scope.OfKey(KEY), Strength.SOFT, work());
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.STALE);
    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Refresh(KEY));

    one.cache().invalidate(new Scope.OfKey(KEY), Strength.HARD, work());
    assertThat(get(one)).isInstanceOf(Failed.class);
  }
}
