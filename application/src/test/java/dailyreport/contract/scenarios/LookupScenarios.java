package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which tier answers, and what it costs: S2, S3, S6, S7, S9. */
public interface LookupScenarios extends Scenario {

  @Test
  default void s2AFreshLocalEntryCostsNoRequest() {
    Instance one = world().instance();
    get(one);
    world().clock.advance(Duration.ofSeconds(10));
    long before = world().requests();

    assertServed(get(one), Source.LOCAL, Freshness.FRESH);

    assertThat(world().requests()).isEqualTo(before);
  }

  @Test
  default void s2OutsideTheWindowItCostsOneConditionalReadAndOneOfTheControlObject() {
    Instance one = world().instance();
    get(one);
    world().clock.advance(Duration.ofSeconds(61));
    long before = world().requests();

    assertServed(get(one), Source.LOCAL, Freshness.FRESH);
    assertServed(get(one), Source.LOCAL, Freshness.FRESH);

    assertThat(world().requests()).isEqualTo(before + 2);
  }

  @Test
  default void s3ASharedEntryIsReadOnceAndCopiedVerbatim() {
    get(world().instance());
    Instance other = world().instance();
    world().clock.advance(Duration.ofHours(2));
    long before = world().recordReads();

    assertServed(get(other), Source.SHARED, Freshness.FRESH);

    assertThat(world().recordReads()).isEqualTo(before + 1);
    assertThat(localEntry(other, KEY)).isEqualTo(sharedEntry(KEY));
    assertThat(other.events().of(AppEvent.Backfill.class)).hasSize(1);
    assertThat(world().generator.calls()).isEqualTo(1);
  }

  @Test
  default void s6AnExpiredLocalEntryGivesWayToAFreshSharedOne() {
    Instance one = world().instance(world().policy().cappedAt(Duration.ofHours(6)));
    get(one);
    world().clock.advance(Duration.ofHours(13));
    get(world().instance());
    assertThat(world().generator.calls()).isEqualTo(2);

    assertServed(get(one), Source.SHARED, Freshness.FRESH);

    assertThat(localEntry(one, KEY)).isEqualTo(sharedEntry(KEY));
    assertThat(world().generator.calls()).isEqualTo(2);
  }

  @Test
  default void s7AStaleLocalEntryGivesWayToAFreshSharedOne() {
    Instance one = world().instance(world().policy().cappedAt(Duration.ofHours(6)));
    get(one);
    world().clock.advance(Duration.ofHours(7));
    world().instance().cache().refresh(KEY, work());

    assertServed(get(one), Source.SHARED, Freshness.FRESH);

    assertThat(one.queue().pending()).isEmpty();
  }

  @Test
  default void s9StaleIsServedAtOnceWithOneRefreshJob() {
    Instance one = world().instance(world().policy().cappedAt(Duration.ofHours(6)));
    get(one);
    world().clock.advance(Duration.ofHours(7));

    for (int i = 0; i < 10; i++) {
      assertThat(served(get(one)).freshness()).isEqualTo(Freshness.STALE);
    }

    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(new Job.Refresh(KEY));
    assertThat(world().generator.calls()).isEqualTo(1);
  }
}
