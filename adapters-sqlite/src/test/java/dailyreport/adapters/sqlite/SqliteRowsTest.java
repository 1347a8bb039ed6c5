package dailyreport.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows are believed (F64, TM17), which go first when room is needed (S35), who may share. */
class SqliteRowsTest {
  @TempDir private Path dir;
  private Rig rig;

  @BeforeEach
  void rig() {
    rig = new Rig(dir, 5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record = substr(record, 1, 4999)",
        "record = x'00'",
        "record = replace(record, 'a1|x', 'a1|y')",
        "shared_tag = 'other'",
        "checked_at = 'yesterday'",
        "checked_at = '2030-01-01T00:00:00.000000000Z'",
        "sha256 = ''"
      })
  void changedRowIsDroppedAndAMiss(String change) throws SQLException {
    rig.cache().store(Rig.copy(1));
    rig.sql("UPDATE entry SET " + change);

    assertDropped(Fault.CORRUPT, 1);
  }

  @Test
  void closingFoldsTheLogIntoTheFileAndTheNextCallOpensItAgain() {
    SqliteLocalCache cache = rig.cache();
    cache.store(Rig.copy(1));
    assertThat(dir).isDirectoryContaining("glob:**-wal");

    cache.close();

    assertThat(dir.toFile().list()).containsExactly(DatabaseFile.NAME);
    assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
    cache.close();
    cache.close();
    assertThat(rig.faults()).isEmpty();
  }

  @Test
  void rowOfAnotherKeyIsDroppedAndAMiss() throws SQLException {
    rig.cache().store(Rig.copy(1));
    rig.sql("UPDATE entry SET ticker = 'T2'");

    assertDropped(Fault.INVALID, 2);
  }

  @Test
  void recordThatTheCodecRefusesIsDroppedAndAMiss() {
    SqliteLocalCache.open(dir, 1 << 20, new InMemoryReportCodec(), rig.clock, rig.events)
        .store(Rig.copy(1));

    assertDropped(Fault.INVALID, 1);
  }

  /** F64: beyond 96 h and 6 h. */
  @Test
  void rowThatClaimsALongerLifeThanAnyPolicyGrantsIsDroppedAndAMiss() {
    var start = Examples.NOW;
    var longest =
        new Validity(
            start, start.plus(Duration.ofHours(96)), start.plus(Duration.ofHours(102)), "a1");
    var tooFresh =
        new Validity(start, longest.freshUntil().plusNanos(1), longest.usableUntil(), "a1");
    var tooLong =
        new Validity(start, longest.freshUntil(), longest.usableUntil().plusNanos(1), "a1");

    rig.cache().store(copyOf(longest));
    assertThat(rig.cache().find(Rig.key(1))).contains(copyOf(longest));
    rig.cache().store(copyOf(tooFresh));
    assertDropped(Fault.METADATA, 1);
    rig.events.clear();
    rig.cache().store(copyOf(tooLong));
    assertDropped(Fault.METADATA, 1);
  }

  @Test
  void rowsSurviveTheProcess() {
    rig.cache().store(Rig.copy(1));

    assertThat(rig.cache().find(Rig.key(1))).contains(Rig.copy(1));
  }

  @Test
  void s35CacheStaysWithinItsBudgetAndNeverFails() {
    var big = new Rig(dir, 60_000);
    var cache = big.cache(1 << 20);
    for (int i = 0; i < 100; i++) {
      big.clock.advance(Duration.ofSeconds(1));
      cache.store(Rig.copy(i));
      assertThat(cache.find(Rig.key(i))).as("the newest is there").isPresent();
      assertThat(cache.usage().bytes()).isLessThanOrEqualTo(1 << 20);
    }

    assertThat(cache.usage().entries()).isBetween(8L, 13L);
    assertThat(big.faults()).isNotEmpty().containsOnly(Fault.FULL);
    assertThat(big.switchedOff()).isEmpty();
  }

  @Test
  void s35ExpiredRowsGoBeforeLongUnusedOnes() {
    var big = new Rig(dir, 60_000);
    var cache = big.cache(1 << 20);
    cache.store(Rig.copy(0));
    cache.store(Rig.copy(1));
    cache.store(Rig.copy(2));
    big.clock.advance(Duration.ofHours(1));
    cache.store(Rig.copy(3, Examples.NOW, Duration.ofMinutes(10)));
    cache.store(Rig.copy(4, Examples.NOW, Duration.ofMinutes(70)));

    for (int i = 10; big.faults().isEmpty(); i++) {
      cache.store(Rig.copy(i));
    }

    assertThat(cache.find(Rig.key(3))).as("expired").isEmpty();
    assertThat(cache.find(Rig.key(0))).as("longest unused").isEmpty();
    assertThat(cache.find(Rig.key(2))).as("enough was freed before").isPresent();
    assertThat(cache.find(Rig.key(4))).as("still usable").isPresent();
  }

  @Test
  void s35RowsThatWereReadLatelyStay() {
    var big = new Rig(dir, 60_000);
    var cache = big.cache(1 << 20);
    for (int i = 0; i < 5; i++) {
      cache.store(Rig.copy(i));
    }
    big.clock.advance(Duration.ofMinutes(11));
    assertThat(cache.find(Rig.key(0))).isPresent();

    for (int i = 10; big.faults().isEmpty(); i++) {
      cache.store(Rig.copy(i));
    }

    assertThat(cache.find(Rig.key(0))).isPresent();
    assertThat(cache.find(Rig.key(1))).isEmpty();
  }

  @Test
  void useIsNotedAtMostEveryTenMinutes() throws SQLException {
    var cache = rig.cache();
    cache.store(Rig.copy(1));
    String stored = rig.ask("SELECT used_at FROM entry");

    rig.clock.advance(Duration.ofMinutes(10));
    cache.find(Rig.key(1));
    assertThat(rig.ask("SELECT used_at FROM entry")).isEqualTo(stored);

    rig.clock.advance(Duration.ofNanos(1));
    cache.find(Rig.key(1));
    assertThat(rig.ask("SELECT used_at FROM entry")).isEqualTo("2025-11-11T11:10:00.000000001Z");
  }

  @Test
  void hitIsAHitWhileAnotherProcessWrites() throws SQLException {
    var cache = rig.cache();
    cache.store(Rig.copy(1));
    rig.clock.advance(Duration.ofHours(1));
    try (var other = rig.raw();
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
      statement.execute("ROLLBACK");
    }
    assertThat(rig.events.events()).isEmpty();
  }

  @Test
  void recordLargerThanAQuarterOfTheBudgetIsRefusedAndNothingIsSweptForIt() {
    rig.cache(1 << 20).store(Rig.copy(1));
    var huge = new Rig(dir, (1 << 18) + 1).cache(1 << 20);

    assertThatThrownBy(() -> huge.store(Rig.copy(2)))
        .isInstanceOfSatisfying(
            PortException.Cache.class,
            thrown -> assertThat(thrown.fault()).isEqualTo(Fault.TOO_LARGE));
    assertThat(rig.cache().find(Rig.key(1))).contains(Rig.copy(1));
  }

  @Test
  void budgetTooSmallForAnythingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> rig.cache(1_000));
  }

  @Test
  void twoConnectionsSeeEachOthersStores() {
    var one = rig.cache();
    var two = rig.cache();

    one.store(Rig.copy(1));
    assertThat(two.find(Rig.key(1))).contains(Rig.copy(1));
    two.store(Rig.copy(2));
    assertThat(one.find(Rig.key(2))).contains(Rig.copy(2));
    one.store(Rig.copy(2, Examples.NOW.minusSeconds(1), Duration.ofHours(1)));
    assertThat(two.find(Rig.key(2))).as("the older start lost").contains(Rig.copy(2));
  }

  @Test
  void manyThreadsOverTwoConnectionsLoseNothing() throws SQLException {
    var caches = new LocalCache[] {rig.cache(), rig.cache()};
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, 200)
              .<Future<?>>mapToObj(i ->
                  threads.submit(() -> {
                    int number = i % 20;
                    caches[i % 2].store(Rig.copy(number));
                    assertThat(caches[(i + 1) % 2].find(Rig.key(number)))
                        .contains(Rig.copy(number));
                  }))
              .toList();
      assertThat(done).allSatisfy(task -> assertThat(task.get()).isNull());
    }

    assertThat(caches[0].usage().entries()).isEqualTo(20);
    assertThat(rig.ask("PRAGMA integrity_check")).isEqualTo("ok");
    assertThat(rig.events.events()).isEmpty();
  }

  private void assertDropped(Fault fault, int number) {
    var cache = rig.cache();
    assertThat(cache.find(Rig.key(number))).isEmpty();
    assertThat(rig.faults()).containsExactly(fault);
    assertThat(cache.usage().entries()).isZero();
    assertThat(cache.find(Rig.key(number))).isEmpty();
    assertThat(rig.faults()).as("said once").hasSize(1);
  }

  private static LocalCopy copyOf(Validity validity) {
    return new LocalCopy(
        new CacheEntry.Negative(
            Rig.key(1), NegativeReason.NO_DATA_FOR_SESSION, Optional.empty(), validity),
        new Tag("t"),
        validity.startedAt());
  }
}
