package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Tiers;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** How long an entry lives, and whose session it is: S4, S5, S30 to S33. */
public interface LifetimeScenarios extends Scenario {
  ReportKey FRIDAY = new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 14));
  Instant FRIDAY_EVENING = Instant.parse("2025-11-14T11:00:00Z");
  Instant MONDAY_SETTLED = Instant.parse("2025-11-17T10:00:00Z");

  @Test
  default void s4NoTierExtendsTheLifeOfAnEntry() {
    Instance one = world().instance();
    get(one);
    world().clock.set(sharedEntry(KEY).validity().freshUntil().minus(Duration.ofMinutes(1)));
    assertServed(get(one), Source.LOCAL, Freshness.FRESH);

    world().clock.advance(Duration.ofMinutes(2));

    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.STALE);
    assertThat(served(get(world().instance())).freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  default void s5AStoredValidityOutlivesAChangeOfPolicy() {
    world().clock.set(FRIDAY_EVENING);
    get(world().instance(world().policy().cappedAt(Duration.ofHours(72))), FRIDAY);
    world().clock.advance(Duration.ofHours(20));
    Instance deployed = world().instance(world().policy().cappedAt(Duration.ofHours(6)));

    assertServed(get(deployed, FRIDAY), Source.SHARED, Freshness.FRESH);

    assertThat(world().generator.calls()).isEqualTo(1);
  }

  @Test
  default void s30AfterTheCloseTheKeyIsTheSessionJustClosed() {
    world().clock.set(Instant.parse("2025-11-11T08:30:00Z"));
    assertThat(newest()).isEqualTo(DAY_BEFORE);
    Instance one = world().instance(world().policy().cappedAt(Duration.ofHours(24)));
    get(one, DAY_BEFORE);

    world().clock.set(Instant.parse("2025-11-11T11:00:00Z"));

    assertThat(newest()).isEqualTo(KEY);
    assertThat(served(get(one, DAY_BEFORE)).freshness()).isEqualTo(Freshness.STALE);
  }

  @Test
  default void s31FridaysReportIsFreshUntilMondaysCloseHasSettled() {
    world().clock.set(FRIDAY_EVENING);
    Instance one = world().instance();
    get(one, FRIDAY);

    world().clock.set(FRIDAY_EVENING.plus(Duration.ofDays(2)));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.FRESH);
    world().clock.set(MONDAY_SETTLED.minusMillis(1));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.FRESH);
    world().clock.set(MONDAY_SETTLED);
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.STALE);
    assertThat(world().generator.calls()).isEqualTo(1);
  }

  @Test
  default void s31WithACapOfADayItIsFreshADayAndStaleSixHours() {
    world().clock.set(FRIDAY_EVENING);
    Instance one = world().instance(world().policy().cappedAt(Duration.ofHours(24)));
    get(one, FRIDAY);
    Validity validity = sharedEntry(FRIDAY).validity();
    assertThat(validity.freshUntil())
        .isBetween(
            FRIDAY_EVENING.plus(Duration.ofHours(24)).minus(Duration.ofMinutes(10)),
            FRIDAY_EVENING.plus(Duration.ofHours(24)));

    world().clock.set(validity.freshUntil().minusMillis(1));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.FRESH);
    world().clock.set(validity.freshUntil());
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.STALE);
    world().clock.set(validity.freshUntil().plus(Duration.ofHours(6)).minusMillis(1));
    assertServed(get(one, FRIDAY), Source.LOCAL, Freshness.STALE);
    world().clock.advance(Duration.ofMillis(1));
    assertServed(get(one, FRIDAY), Source.GENERATED, Freshness.FRESH);
  }

  @Test
  default void s32TheHostsMidnightDoesNotChangeTheKey() {
    // 06:59 and 07:01 in Bangkok are 23:59 and 00:01 in UTC.
    world().clock.set(Instant.parse("2025-11-11T23:59:00Z"));
    Instance one = world().instance();
    get(one, newest());

    world().clock.set(Instant.parse("2025-11-12T00:01:00Z"));

    assertThat(newest()).isEqualTo(KEY);
    assertServed(get(one, newest()), Source.LOCAL, Freshness.FRESH);
  }

  @Test
  default void s33JitterIsTheSameOnEveryInstanceAndOnlyShortens() {
    var cap = Duration.ofHours(12);
    Instance one = generating(cap);
    Instance other = generating(cap);
    Instant latest = world().clock.instant().plus(cap);
    var ends = new HashSet<Instant>();

    for (Instrument instrument : CacheWorld.INSTRUMENTS) {
      var key = new ReportKey(instrument.ticker(), KEY.session());
      Validity here = served(get(one, key)).entry().validity();
      Validity there = served(get(other, key)).entry().validity();
      assertThat(there.generation()).isNotEqualTo(here.generation());
      assertThat(there.freshUntil()).isEqualTo(here.freshUntil()).isBeforeOrEqualTo(latest);
      assertThat(there.usableUntil()).isEqualTo(here.usableUntil());
      ends.add(here.freshUntil());
    }

    assertThat(ends).as("not all at once").hasSizeGreaterThan(10);
  }

  /** Without tiers, so that each makes its own. */
  private Instance generating(Duration cap) {
    Tiers none = Tiers.off();
    return world().instance(none, none.local(), world().policy().cappedAt(cap), world().generator);
  }

  private ReportKey newest() {
    return world().sessions.newest(KEY.ticker(), world().clock.instant());
  }
}
