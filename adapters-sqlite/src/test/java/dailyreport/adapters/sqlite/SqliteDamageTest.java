package dailyreport.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage that SQLite itself does not see: a flipped bit makes a NULL, or another instant. */
class SqliteDamageTest {
  private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1), Examples.NOW);
  @TempDir private Path dir;
  private Rig rig;

  @BeforeEach
  void rig() {
    rig = new Rig(dir, 5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sha256", "record", "shared_tag", "checked_at", "started_at", "usable_until"})
  void rowWithoutOneOfItsColumnsIsDroppedAndAMiss(String column) throws SQLException {
    rig.cache().store(Rig.copy(1));
    withoutConstraints("UPDATE entry SET " + column + " = NULL");
    var cache = rig.cache();

    assertThat(cache.find(Rig.key(1))).isEmpty();

    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    assertThat(cache.usage().entries()).isZero();
    cache.store(Rig.copy(1));
    assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
  }

  @Test
  void rowWhoseLastUseIsGoneIsAHitAndUsedNow() throws SQLException {
    rig.cache().store(Rig.copy(1));
    withoutConstraints("UPDATE entry SET used_at = NULL");

    assertThat(rig.cache().find(Rig.key(1))).contains(Rig.copy(1));

    assertThat(rig.ask("SELECT used_at FROM entry")).startsWith("2025-11-11T11:00");
    assertThat(rig.events.events()).isEmpty();
  }

  /** Otherwise no entry of a true start would ever replace it. */
  @ParameterizedTest
  @ValueSource(strings = {"started_at", "usable_until"})
  void rowWhoseColumnsContradictItsRecordIsDropped(String column) throws SQLException {
    rig.cache().store(Rig.copy(1));
    rig.sql("UPDATE entry SET " + column + " = '9999-01-01T00:00:00.000000000Z'");
    var cache = rig.cache();

    assertThat(cache.find(Rig.key(1))).isEmpty();

    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    var newer = Rig.copy(1, Examples.NOW.plusSeconds(1), Duration.ofHours(1));
    cache.store(newer);
    assertThat(cache.find(Rig.key(1))).contains(newer);
  }

  /** S24 for a machine whose clock was put right: else each question would cost a generation. */
  @Test
  void rowFromTheFutureIsDroppedSoThatAnEntryOfThePresentCanTakeItsPlace() {
    var cache = rig.cache();
    rig.clock.advance(Duration.ofDays(30));
    cache.store(Rig.copy(1, rig.clock.instant(), Duration.ofHours(6)));
    rig.clock.set(Examples.NOW);

    assertThat(cache.find(Rig.key(1))).isEmpty();
    assertThat(rig.faults()).containsExactly(Fault.CLOCK);

    cache.store(Rig.copy(1));
    assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
    assertThat(rig.faults()).hasSize(1);
  }

  @Test
  void rowOfAClockThatRunsALittleAheadIsBelieved() {
    var cache = rig.cache();
    var ahead = Rig.copy(1, Examples.NOW.plusSeconds(120), Duration.ofHours(6));
    cache.store(ahead);

    assertThat(cache.find(Rig.key(1))).contains(ahead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ticker", "session", "strength", "at"})
  void cutOffWithoutOneOfItsColumnsTakesTheFileWithIt(String column) throws SQLException {
    rig.cache().store(Rig.copy(1));
    var log = SqliteInvalidationLog.open(dir, rig.clock, rig.events);
    log.raise(new Scope.OfKey(Rig.key(1)), Strength.HARD, SOON);
    withoutConstraints("UPDATE cut_off SET " + column + " = NULL");

    assertThat(SqliteInvalidationLog.open(dir, rig.clock, rig.events).current(SOON))
        .isEqualTo(Watermarks.none());

    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    assertThat(rig.cache().find(Rig.key(1))).isEmpty();
  }

  @Test
  void logWhoseEpochIsGoneIsDamagedToo() throws SQLException {
    var log = SqliteInvalidationLog.open(dir, rig.clock, rig.events);
    log.raise(new Scope.All(), Strength.HARD, SOON);
    rig.sql("DELETE FROM epoch");

    assertThat(log.current(SOON)).isEqualTo(Watermarks.none());

    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    assertThat(log.raise(new Scope.All(), Strength.HARD, SOON).epoch()).isEqualTo(1);
  }

  /** The log of a killed process lies beside a file that somebody has deleted since. */
  @Test
  void logOfADeletedFileIsNotReplayedOverTheNewOne() throws SQLException, IOException {
    rig.cache().store(Rig.copy(1));
    byte[] stale = Files.readAllBytes(dir.resolve("reports.db-wal"));
    assertThat(stale).isNotEmpty();
    var other = new Rig(dir.resolve("other"), 5_000);
    Files.createDirectories(other.dir);
    Files.write(other.dir.resolve("reports.db-wal"), stale);
    var cache = other.cache();

    cache.store(Rig.copy(2));

    assertThat(cache.find(Rig.key(2))).contains(Rig.copy(2));
    assertThat(cache.find(Rig.key(1))).isEmpty();
    assertThat(other.events.events()).isEmpty();
    assertThat(other.ask("PRAGMA integrity_check")).isEqualTo("ok");
  }

  private void withoutConstraints(String change) throws SQLException {
    rig.sql(
        "PRAGMA writable_schema = 1",
        "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')");
    rig.sql(change);
  }
}
