package dailyreport.adapters.sqlite;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Tag;
import dailyreport.contract.Examples;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A cache over a folder with everything around it that a test looks at. */
final class Rig {
  final TestClock clock = TestClock.atNow();
  final RecordingEventLog events = new RecordingEventLog();
  final Path dir;
  final Path file;
  final int recordBytes;

  Rig(Path dir, int recordBytes) {
    this.dir = dir;
    this.file = dir.resolve(DatabaseFile.NAME);
    this.recordBytes = recordBytes;
  }

  /** As another process would open it: with a connection of its own. */
  SqliteLocalCache cache(long mostBytes) {
    return SqliteLocalCache.open(dir, mostBytes, new PlainCodec(recordBytes), clock, events);
  }

  SqliteLocalCache cache() {
    return cache(SqliteLocalCache.DEFAULT_BYTES);
  }

  /** A cache whose connections a test makes or refuses. */
  SqliteLocalCache cache(Session.Opener opener) {
    return new SqliteLocalCache(
        dir, opener, SqliteLocalCache.DEFAULT_BYTES, new PlainCodec(recordBytes), clock, events);
  }

  Session open(Path path) throws SQLException {
    return Session.open(path, SqliteLocalCache.DEFAULT_BYTES);
  }

  /** The driver alone, to look at the file or to harm it. */
  Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  void sql(String... statements) throws SQLException {
    try (var connection = raw();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  String ask(String sql) throws SQLException {
    try (var connection = raw();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  List<Fault> faults() {
    return events.of(AppEvent.CacheError.class).stream().map(AppEvent.CacheError::kind).toList();
  }

  List<Fault> switchedOff() {
    return events.of(AppEvent.LocalDisabled.class).stream()
        .map(AppEvent.LocalDisabled::kind)
        .toList();
  }

  static ReportKey key(int number) {
    return new ReportKey(new Ticker("T" + number), Examples.SESSION);
  }

  /** Usable for six hours. */
  static LocalCopy copy(int number) {
    return copy(number, Examples.NOW, Duration.ofHours(6));
  }

  static LocalCopy copy(int number, Instant startedAt, Duration life) {
    var validity =
        new Validity(startedAt, startedAt.plus(life), startedAt.plus(life), "a" + number);
    return new LocalCopy(
        new CacheEntry.Negative(
            key(number), NegativeReason.NO_DATA_FOR_SESSION, Optional.empty(), validity),
        new Tag("tag-" + number),
        startedAt);
  }
}
