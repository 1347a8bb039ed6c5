package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.CacheWorld.Spoiling;
import dailyreport.contract.Examples;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies in the shared tier is believed whole or not at all: S20, S21, S24. */
public interface TrustScenarios extends Scenario {
  /** A worker's time and half a minute: how long a killed owner's lease lasts. */
  Duration LEASE = Duration.ofSeconds(105 + 30);

  @Test
  default void s20PartsOfAKilledOwnerAreAMissAndTheNextOwnerCommitsThemAll() {
    Instance killed = dying();
    assertThatThrownBy(() -> get(killed)).isInstanceOf(Killed.class);
    assertThat(world().shared().tags(KEY, work()).parts()).as("it got as far as that").hasSize(3);
    assertThat(world().shared().find(KEY, work())).isEqualTo(new Lookup.None());
    assertThat(world().leaseHeld()).isTrue();

    Instance reader = world().instance();
    assertThat(reader.cache().peek(KEY, work())).isEqualTo(new Pending());
    assertThat(reader.cache().parts().bytes(KEY, PartName.CHART, work())).isEmpty();
    world().clock.advance(LEASE);
    Instance next = world().instance();
    assertServed(get(next), Source.GENERATED, Freshness.FRESH);

    assertThat(world().generator.calls()).isEqualTo(2);
    assertServed(get(reader), Source.SHARED, Freshness.FRESH);
    assertEveryPartIsThere(reader);
  }

  @Test
  default void s20AReaderNeverSeesPartsOfOneGenerationWithTheRecordOfAnother() {
    world().generator.redraws();
    Instance reader = world().instance(world().policy().cappedAt(Duration.ofHours(6)));
    get(reader);
    Report first = served(get(reader)).report();
    world().clock.advance(Duration.ofHours(7));
    Instance killed = dying();
    assertThatThrownBy(() -> killed.cache().refresh(KEY, work())).isInstanceOf(Killed.class);

    assertThat(served(get(reader)).report()).isEqualTo(first);
    for (PartName part : PartName.values()) {
      assertThat(reader.cache().parts().bytes(KEY, part, work())).as(part.name()).isEmpty();
    }
    assertThat(reader.queue().pending())
        .extracting(Received::job)
        .contains(new Job.Rebuild(KEY, PartName.CHART));

    world().clock.advance(LEASE);
    world().instance().cache().refresh(KEY, work());
    assertServed(get(reader), Source.SHARED, Freshness.FRESH);
    assertEveryPartIsThere(reader);
  }

  /** Each look at it tells its reason once. */
  @ParameterizedTest
  @EnumSource(Spoiling.class)
  default void s21ASpoiltRecordIsAMissWithItsReasonAndIsReplaced(Spoiling how) {
    get(world().instance());
    world().spoil(KEY, how);
    Instance one = world().instance();

    assertThat(one.cache().peek(KEY, work())).isEqualTo(new Pending());
    assertThat(one.events().of(AppEvent.CacheError.class))
        .containsExactly(new AppEvent.CacheError(Tier.SHARED, "get", Fault.INVALID));
    assertServed(get(one), Source.GENERATED, Freshness.FRESH);

    assertThat(one.events().of(AppEvent.CacheError.class))
        .containsOnly(new AppEvent.CacheError(Tier.SHARED, "get", Fault.INVALID));
    assertServed(get(world().instance()), Source.SHARED, Freshness.FRESH);
    assertThat(world().generator.calls()).isEqualTo(2);
  }

  @Test
  default void s24AnEntryFromTheFutureIsAMiss() {
    world().clock.advance(Duration.ofMinutes(10));
    get(world().instance());
    world().clock.set(Examples.NOW);
    Instance one = world().instance();

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);

    assertThat(one.events().of(AppEvent.CacheError.class))
        .contains(new AppEvent.CacheError(Tier.SHARED, "get", Fault.CLOCK));
  }

  /** An instance that is killed between the parts and the record of its first commit. */
  private Instance dying() {
    world().refuseNextRecord();
    return world().instance(Killed.byARefusal(world().tiers(new RecordingEventLog())));
  }

  private void assertEveryPartIsThere(Instance reader) {
    Report report = served(get(reader)).report();
    assertThat(report.parts()).hasSize(PartName.values().length);
    for (PartRef ref : report.parts()) {
      assertThat(reader.cache().parts().bytes(KEY, ref.name(), work()))
          .as(ref.name().name())
          .hasValueSatisfying(bytes -> assertThat(Part.sha256(bytes)).isEqualTo(ref.sha256()));
    }
  }
}
