package dailyreport.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.Occupancy;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Planted faults: faults.md F58 to F63 and the end of its section 7. */
class SqliteFaultsTest {
  @TempDir private Path dir;
  private Rig rig;

  @BeforeEach
  void rig() {
    rig = new Rig(dir, 5_000);
  }

  @Test
  void fileThatIsNoDatabaseIsReplacedOnce() throws IOException {
    Files.writeString(rig.file, "not a database ".repeat(1_000));
    var cache = rig.cache();

    assertThat(cache.find(Rig.key(1))).isEmpty();
    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    assertWorks(cache);
    assertThat(rig.switchedOff()).isEmpty();
  }

  @Test
  void storeReplacesAFileThatIsNoDatabaseAndKeepsItsCopy() throws IOException {
    Files.writeString(rig.file, "not a database ".repeat(1_000));
    var cache = rig.cache();

    cache.store(Rig.copy(1));

    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
  }

  @Test
  void truncatedFileIsReplacedOnce() throws IOException, SQLException {
    fill(40);
    try (var channel = Files.newByteChannel(rig.file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    var cache = rig.cache();

    for (int i = 0; i < 40; i++) {
      assertThat(cache.find(Rig.key(i))).isIn(hitOrMiss(i));
    }
    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    assertWorks(cache);
  }

  /** Whatever bit flips: a hit is what was stored, and nothing but the port's exception escapes. */
  @Test
  void flippedBitsGiveATrueHitOrAMiss() throws IOException, SQLException {
    fill(12);
    byte[] sound = Files.readAllBytes(rig.file);
    int misses = 0;
    for (int seed = 1; seed <= 60; seed++) {
      var random = new Random(seed);
      byte[] harmed = sound.clone();
      for (int i = 0; i < 20; i++) {
        harmed[random.nextInt(harmed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      deleteLogs();
      Files.write(rig.file, harmed);
      LocalCache cache = rig.cache();
      for (int i = 0; i < 12; i++) {
        try {
          var found = cache.find(Rig.key(i));
          assertThat(found).as("seed " + seed).isIn(hitOrMiss(i));
          misses += found.isEmpty() ? 1 : 0;
        } catch (PortException.Cache e) {
          assertThat(e.fault()).as("seed " + seed).isNotEqualTo(Fault.BUSY);
        }
      }
    }
    assertThat(misses).isBetween(60, 60 * 12 - 60);
  }

  @Test
  void lockedFileIsBusyAndLeftAlone() throws SQLException {
    fill(1);
    var cache = rig.cache();
    try (var other = rig.raw();
        var statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertFault(Fault.BUSY, () -> cache.store(Rig.copy(2)));
      statement.execute("ROLLBACK");
    }

    assertThat(cache.find(Rig.key(0))).contains(Rig.copy(0));
    assertWorks(cache);
    assertThat(rig.events.events()).isEmpty();
  }

  @Test
  void fileWithAnExclusiveLockCannotBeOpenedAndIsLeftAlone() throws SQLException {
    fill(1);
    var cache = rig.cache();
    try (var other = rig.raw();
        var statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("PRAGMA user_version = 1");
      assertFault(Fault.BUSY, () -> cache.find(Rig.key(0)));
    }

    assertThat(cache.find(Rig.key(0))).contains(Rig.copy(0));
    assertThat(rig.events.events()).isEmpty();
  }

  @Test
  void missingFolderIsMadeByTheFirstStore() {
    var deep = new Rig(dir.resolve("a/b"), 100);
    var cache = deep.cache();

    assertThat(cache.find(Rig.key(1))).isEmpty();
    assertThat(dir.resolve("a")).doesNotExist();
    cache.store(Rig.copy(1));

    assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
  }

  @Test
  void folderThatCannotBeMadeSwitchesTheCacheOff() throws IOException {
    Files.writeString(dir.resolve("taken"), "a file where the folder should be");
    var bad = new Rig(dir.resolve("taken/b"), 100);

    assertOffAfter(bad, bad.cache(), Fault.ERROR);
  }

  @Test
  void folderInPlaceOfTheFileSwitchesTheCacheOff() throws IOException {
    Files.createDirectories(rig.file.resolve("not empty"));

    assertOffAfter(rig, rig.cache(), Fault.ERROR);
  }

  @Test
  void fileDeletedUnderAnOpenConnectionIsMadeAnew() throws IOException {
    var cache = rig.cache();
    cache.store(Rig.copy(1));
    Files.delete(rig.file);

    assertThat(cache.find(Rig.key(1))).isEmpty();
    cache.store(Rig.copy(2));

    assertThat(rig.cache().find(Rig.key(2))).contains(Rig.copy(2));
    assertThat(rig.events.events()).isEmpty();
  }

  @Test
  void fileReplacedByAnotherProcessIsReadFromThenOn() throws IOException {
    var cache = rig.cache();
    cache.store(Rig.copy(1));
    Files.delete(rig.file);
    deleteLogs();
    rig.cache().store(Rig.copy(2));

    assertThat(cache.find(Rig.key(1))).isEmpty();
    assertThat(cache.find(Rig.key(2))).contains(Rig.copy(2));
  }

  @Test
  void emptyFileBecomesADatabase() throws IOException {
    Files.createFile(rig.file);

    assertWorks(rig.cache());
    assertThat(rig.events.events()).isEmpty();
  }

  /** A log that is left behind would be replayed over the new file. */
  @Test
  void logsOfADamagedDatabaseGoWithIt() throws IOException {
    for (String name : new String[] {"", "-wal", "-shm", "-journal"}) {
      Files.writeString(dir.resolve("reports.db" + name), "damaged");
    }
    var seen = new ArrayList<List<String>>();
    var cache =
        rig.cache(path -> {
          seen.add(names());
          if (seen.size() == 1) {
            throw new SQLiteException("planted", SQLiteErrorCode.SQLITE_CORRUPT);
          }
          return rig.open(path);
        });

    cache.store(Rig.copy(1));

    assertThat(seen.getFirst()).hasSize(4);
    assertThat(seen.getLast()).containsExactly("reports.db");
    assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
  }

  @ParameterizedTest
  @CsvSource({"2", "99", "-1"})
  void fileOfAnotherSchemaIsReplaced(int version) throws SQLException {
    fill(1);
    rig.sql("PRAGMA user_version = " + version);
    var cache = rig.cache();

    assertThat(cache.find(Rig.key(0))).isEmpty();
    assertWorks(cache);
    assertThat(rig.ask("PRAGMA user_version")).isEqualTo("1");
    assertThat(rig.events.events()).isEmpty();
  }

  @Test
  void databaseOfSomebodyElseIsReplaced() throws SQLException {
    rig.sql("CREATE TABLE entry (something TEXT)");

    assertWorks(rig.cache());
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {
        "SQLITE_CORRUPT",
        "SQLITE_NOTADB",
        "SQLITE_CANTOPEN",
        "SQLITE_IOERR",
        "SQLITE_IOERR_READ",
        "SQLITE_FULL",
        "SQLITE_READONLY",
        "SQLITE_ERROR"
      })
  void secondFaultSwitchesTheCacheOff(SQLiteErrorCode code) {
    var openings = new AtomicInteger();
    var cache =
        rig.cache(path -> {
          openings.incrementAndGet();
          throw new SQLiteException("planted", code);
        });

    Fault fault = DatabaseFile.fault(new SQLiteException("planted", code));
    assertOffAfter(rig, cache, fault);

    assertThat(rig.faults()).containsExactly(fault);
    assertThat(openings).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_CORRUPT, CORRUPT",
    "SQLITE_NOTADB, CORRUPT",
    "SQLITE_FULL, FULL",
    "SQLITE_BUSY, BUSY",
    "SQLITE_LOCKED, BUSY",
    "SQLITE_READONLY, PERMISSION",
    "SQLITE_READONLY_DBMOVED, PERMISSION",
    "SQLITE_CANTOPEN, ERROR",
    "SQLITE_IOERR_FSYNC, ERROR"
  })
  void resultCodeHasItsMetric(SQLiteErrorCode code, Fault fault) {
    assertThat(DatabaseFile.fault(new SQLiteException("planted", code))).isEqualTo(fault);
  }

  @Test
  void firstFaultIsMendedWithoutLosingTheCopy() {
    var openings = new AtomicInteger();
    var cache =
        rig.cache(path -> {
          if (openings.incrementAndGet() == 1) {
            throw new SQLiteException("planted", SQLiteErrorCode.SQLITE_IOERR);
          }
          return rig.open(path);
        });

    assertWorks(cache);
    assertThat(openings).hasValue(2);
  }

  /** Ours runs as root in some builds, which no file mode stops: so the connection is read-only. */
  @Test
  void readOnlyDatabaseIsReplacedOnce() throws SQLException {
    fill(1);
    var openings = new AtomicInteger();
    var cache =
        rig.cache(path -> {
          Session session = rig.open(path);
          if (openings.incrementAndGet() == 1) {
            session.update("PRAGMA query_only = 1");
          }
          return session;
        });

    assertThat(cache.find(Rig.key(0))).contains(Rig.copy(0));
    cache.store(Rig.copy(1));

    assertThat(cache.find(Rig.key(1))).contains(Rig.copy(1));
    assertThat(cache.find(Rig.key(0))).isEmpty();
    assertThat(rig.faults()).containsExactly(Fault.PERMISSION);
  }

  @Test
  void nativeLibraryThatCannotBeLoadedSwitchesTheCacheOffAndSparesTheFile() throws SQLException {
    fill(1);
    var openings = new AtomicInteger();
    var cache =
        rig.cache(path -> {
          openings.incrementAndGet();
          throw new SQLException("no native library");
        });

    assertOffAfter(rig, cache, Fault.ERROR);

    assertThat(openings).hasValue(1);
    assertThat(new Rig(dir, 5_000).cache().find(Rig.key(0))).contains(Rig.copy(0));
  }

  @Test
  void openingTouchesNothingAndLookUpsCreateNothing() throws IOException {
    var openings = new AtomicInteger();
    var cache =
        rig.cache(path -> {
          openings.incrementAndGet();
          return rig.open(path);
        });

    assertThat(cache.find(Rig.key(1))).isEmpty();
    cache.evict(new Scope.All());
    assertThat(cache.usage()).isEqualTo(new Occupancy(0, 0));
    try (var files = Files.list(dir)) {
      assertThat(files).isEmpty();
    }
    assertThat(openings).hasValue(0);

    cache.store(Rig.copy(1));
    IntStream.range(0, 200).forEach(_ -> cache.find(Rig.key(1)));

    assertThat(openings).hasValue(1);
  }

  @Test
  void filesAreReadableByTheirOwnerOnly() throws IOException {
    rig.cache().store(Rig.copy(1));

    for (String name : new String[] {"reports.db", "reports.db-wal", "reports.db-shm"}) {
      assertThat(Files.getPosixFilePermissions(dir.resolve(name)))
          .as(name)
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  @Test
  void journalIsWriteAheadWithNormalSync() throws SQLException {
    try (Session session = opened()) {
      assertThat(session.text("PRAGMA journal_mode")).isEqualTo("wal");
      assertThat(session.number("PRAGMA synchronous")).isEqualTo(1);
      assertThat(session.number("PRAGMA busy_timeout")).isEqualTo(200);
      assertThat(session.number("PRAGMA temp_store")).isEqualTo(2);
      assertThat(session.number("PRAGMA max_page_count")).isEqualTo((60 << 20) / 4096);
      assertThat(session.number("PRAGMA page_size")).isEqualTo(4096);
    }
  }

  @Test
  void faultNamesOperationFileAndCodeButNoContent() {
    var cache =
        rig.cache(path -> {
          throw new SQLiteException("planted", SQLiteErrorCode.SQLITE_BUSY);
        });

    assertThatThrownBy(() -> cache.store(Rig.copy(1)))
        .hasMessage("SQLite put on " + rig.file + ": SQLITE_BUSY");
  }

  private Session opened() throws SQLException {
    fill(1);
    return rig.open(rig.file);
  }

  /** Rows 0 to n-1, all of them in the file itself and none in a log. */
  private void fill(int rows) {
    var sessions = new ArrayList<Session>();
    var cache =
        rig.cache(path -> {
          sessions.add(rig.open(path));
          return sessions.getFirst();
        });
    IntStream.range(0, rows).forEach(i -> cache.store(Rig.copy(i)));
    sessions.forEach(Session::close);
    assertThat(names()).containsExactly("reports.db");
  }

  private List<String> names() {
    try (var files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deleteLogs() throws IOException {
    Files.deleteIfExists(dir.resolve("reports.db-wal"));
    Files.deleteIfExists(dir.resolve("reports.db-shm"));
  }

  private static Object[] hitOrMiss(int number) {
    return new Object[] {Optional.of(Rig.copy(number)), Optional.empty()};
  }

  private static void assertWorks(LocalCache cache) {
    cache.store(Rig.copy(7));
    assertThat(cache.find(Rig.key(7))).contains(Rig.copy(7));
    assertThat(cache.usage().entries()).isPositive();
  }

  private static void assertFault(Fault fault, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            PortException.Cache.class, thrown -> assertThat(thrown.fault()).isEqualTo(fault));
  }

  /** Said once, as an exception and as an event; from then on an empty cache. */
  private static void assertOffAfter(Rig rig, LocalCache cache, Fault fault) {
    assertFault(fault, () -> cache.store(Rig.copy(1)));
    assertThat(rig.switchedOff()).containsExactly(fault);
    assertThatCode(
            () -> {
              cache.store(Rig.copy(1));
              cache.evict(new Scope.All());
            })
        .doesNotThrowAnyException();
    assertThat(cache.find(Rig.key(1))).isEmpty();
    assertThat(cache.usage()).isEqualTo(new Occupancy(0, 0));
    assertThat(rig.switchedOff()).hasSize(1);
  }
}
