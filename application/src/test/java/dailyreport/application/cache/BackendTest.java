package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.Lease;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Occupancy;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What each backend does without. */
class BackendTest extends CacheRig {

  @Test
  void backendsHaveTheNamesOfTheVariable() {
    assertThat(Backend.of("hybrid")).isEqualTo(Backend.HYBRID);
    assertThat(Backend.of("s3")).isEqualTo(Backend.S3);
    assertThat(Backend.of("sqlite")).isEqualTo(Backend.SQLITE);
    assertThat(Backend.of("off")).isEqualTo(Backend.OFF);
    assertThatThrownBy(() -> Backend.of("HYBRID"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CACHE_BACKEND must be hybrid, s3, sqlite or off: 'HYBRID'");
  }

  @Test
  void whatABackendDoesWithoutIsNotCountedEither() {
    Instance local = with(Tiers.sqlite(world.newLocalCache(), log));
    get(local);
    get(local);
    assertThat(lookUps(local)).containsExactly("LOCAL miss", "LOCAL FRESH");

    Instance remote = with(Tiers.s3(shared, lease, log));
    get(remote);
    get(remote);
    assertThat(lookUps(remote)).containsExactly("SHARED miss", "SHARED FRESH");
  }

  @Test
  void withoutLeasesNoneIsMissed() {
    Instance one = with(Tiers.sqlite(world.newLocalCache(), log));

    get(one);

    assertThat(one.events().of(AppEvent.Lock.class)).isEmpty();
    assertThat(lease.wire().calls()).isEmpty();
  }

  @Test
  void withoutSharedTierAStoredReportIsWhole() {
    Instance one = with(Tiers.sqlite(world.newLocalCache(), log));

    assertThat(served(get(one)).report().parts()).as("parts are in the shared tier").isEmpty();

    assertThat(one.events().of(AppEvent.StageEnded.class))
        .extracting(AppEvent.StageEnded::succeeded)
        .containsExactly(true);
  }

  @Test
  void faultsOfALogInTheLocalFileAreTheLocalTiers() {
    log.wire().cut(Fault.CORRUPT);
    Instance local = with(Tiers.sqlite(world.newLocalCache(), log));
    Instance both = world.instance();

    local.cache().peek(KEY, work());
    both.cache().peek(KEY, work());

    assertThat(errors(local))
        .containsExactly(error(AppEvent.Tier.LOCAL, "watermarks", Fault.CORRUPT));
    assertThat(errors(both))
        .containsExactly(error(AppEvent.Tier.SHARED, "watermarks", Fault.CORRUPT));
  }

  @Test
  void withoutAnyTierNothingIsRefreshed() {
    Instance one = with(Tiers.off());

    assertThat(one.cache().refresh(KEY, work())).isEqualTo(new CacheAnswer.Pending());

    assertThat(world.generator.calls()).isZero();
  }

  @Test
  void aTierThatIsNotThereIsAlwaysEmptyAndTakesNothing() {
    Tiers none = Tiers.off();
    var entry = Examples.entry(Examples.NOW, "0");
    var held = new Lease(KEY, "owner", Instant.MAX, 0, Tag.none());

    none.local().store(new LocalCopy(entry, Tag.none(), Examples.NOW));
    assertThat(none.local().find(KEY)).isEmpty();
    assertThat(none.local().usage()).isEqualTo(new Occupancy(0, 0));
    assertThat(none.shared().find(KEY, work())).isEqualTo(new Lookup.None());
    assertThat(none.shared().findUnlessTagged(KEY, new Tag("a"), work()))
        .isEqualTo(new Lookup.None());
    assertThat(none.shared().tags(KEY, work())).isEqualTo(Tags.none());
    assertThat(none.shared().commit(Examples.bundle(Examples.NOW, "0"), Tags.none(), work()))
        .isEqualTo(new Commit.Conflict());
    assertThat(none.shared().commit(Examples.negative(Examples.NOW, "0"), Tag.none(), work()))
        .isEqualTo(new Commit.Conflict());
    assertThat(none.lease().tryAcquire(KEY, Duration.ofSeconds(9), work()))
        .isEqualTo(new Claim.Unavailable());
    assertThat(none.lease().countCall(held, work())).isEqualTo(new Count.Spent());
    assertThat(none.log().current(work())).isEqualTo(Watermarks.none());
    assertThat(none.log().raise(new Scope.All(), Strength.HARD, work()))
        .isEqualTo(Watermarks.none());
  }

  @Test
  void patienceWithTheSharedTierIsAllThatChanges() {
    Tiers usual = Tiers.sqlite(world.newLocalCache(), log);

    Tiers patient = usual.patient(Duration.ofSeconds(2));

    assertThat(patient)
        .isEqualTo(
            new Tiers(
                Backend.SQLITE,
                usual.local(),
                usual.shared(),
                usual.lease(),
                log,
                Duration.ofSeconds(2)));
  }

  @Test
  void aRequesterIsNotPrinted() {
    assertThat(Requester.of("0a1b2c")).hasToString("Requester(***)");
    assertThat(Requester.nobody()).hasToString("Requester(nobody)");
  }
}
