package dailyreport.adapters.sqlite;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Watermarks in the file of the local tier, for a product that has no shared tier. They die with
 * the file, and so do all entries that they could have hidden.
 */
public final class SqliteInvalidationLog implements InvalidationLog, AutoCloseable {
  private final DatabaseFile file;
  private final InstantSource clock;

  SqliteInvalidationLog(Path dir, Session.Opener opener, InstantSource clock, EventLog events) {
    this.file = new DatabaseFile(dir, opener, events);
    this.clock = clock;
  }

  /**
   * The log in a folder; does not touch the disk yet.
   *
   * @param dir the folder given to {@link SqliteLocalCache#open}
   * @param clock instant of a new cut-off
   * @param events hears of faults that are mended here and of the log being switched off
   */
  public static SqliteInvalidationLog open(Path dir, InstantSource clock, EventLog events) {
    // No budget: cut-offs are few and small, and must find room in a file that entries have filled.
    return new SqliteInvalidationLog(
        dir, path -> Session.open(path, Long.MAX_VALUE), clock, events);
  }

  @Override
  public Watermarks current(Deadline deadline) {
    inTime("watermarks", deadline);
    return file.ifPresent("watermarks", SqliteInvalidationLog::read).orElse(Watermarks.none());
  }

  @Override
  public Watermarks raise(Scope scope, Strength strength, Deadline deadline) {
    inTime("raise", deadline);
    return file.always(
        "raise",
        db -> {
          db.alone(() -> {
            Instant now = clock.instant();
            write(db, read(db).raised(scope, strength, now).pruned(now));
          });
          return read(db);
        });
  }

  /** Gives the connection back; a later call opens the file again. */
  @Override
  public void close() {
    file.letGo();
  }

  private void inTime(String op, Deadline deadline) {
    if (deadline.passed(clock.instant())) {
      throw new PortException.Cache(
          Fault.TIMEOUT, "SQLite " + op + ": the deadline had passed", null);
    }
  }

  private static Watermarks read(Session db) throws SQLException {
    List<Watermarks.CutOff> cutOffs =
        db.query(
            "SELECT ticker, session, strength, at FROM cut_off ORDER BY id",
            row -> {
              var read = new ArrayList<Watermarks.CutOff>();
              while (row.next()) {
                read.add(cutOff(row));
              }
              return read;
            });
    return new Watermarks(
        db.query("SELECT value FROM epoch", SqliteInvalidationLog::epoch), cutOffs);
  }

  private static long epoch(ResultSet row) throws SQLException {
    if (!row.next()) {
      throw damage("there is no epoch");
    }
    return row.getLong(1);
  }

  /** What cannot be read back is damage like any other: nothing in the file may be served then. */
  private static Watermarks.CutOff cutOff(ResultSet row) throws SQLException {
    try {
      return new Watermarks.CutOff(
          scope(row.getString(1), row.getString(2)),
          Strength.valueOf(row.getString(3)),
          Instants.of(row.getString(4)));
    } catch (IllegalArgumentException | DateTimeException | NullPointerException e) {
      throw damage("a cut-off cannot be read");
    }
  }

  private static SQLiteException damage(String seen) {
    return new SQLiteException(seen, SQLiteErrorCode.SQLITE_CORRUPT);
  }

  private static void write(Session db, Watermarks watermarks) throws SQLException {
    db.update("UPDATE epoch SET value = ?", watermarks.epoch());
    db.update("DELETE FROM cut_off");
    for (Watermarks.CutOff cutOff : watermarks.cutOffs()) {
      db.update(
          "INSERT INTO cut_off (ticker, session, strength, at) VALUES (?, ?, ?, ?)",
          ticker(cutOff.scope()),
          session(cutOff.scope()),
          cutOff.strength().name(),
          Instants.text(cutOff.at()));
    }
  }

  private static Scope scope(String ticker, String session) {
    if (ticker.isEmpty()) {
      return session.isEmpty() ? new Scope.All() : new Scope.OfSession(LocalDate.parse(session));
    }
    return session.isEmpty()
        ? new Scope.OfTicker(new Ticker(ticker))
        : new Scope.OfKey(new ReportKey(new Ticker(ticker), LocalDate.parse(session)));
  }

  /** Empty for any ticker. */
  private static String ticker(Scope scope) {
    return switch (scope) {
      case Scope.All(), Scope.OfSession(_) -> "";
      case Scope.OfTicker(var ticker) -> ticker.symbol();
      case Scope.OfKey(var key) -> key.ticker().symbol();
    };
  }

  /** Empty for any session. */
  private static String session(Scope scope) {
    return switch (scope) {
      case Scope.All(), Scope.OfTicker(_) -> "";
      case Scope.OfSession(var session) -> session.toString();
      case Scope.OfKey(var key) -> key.session().toString();
    };
  }
}
