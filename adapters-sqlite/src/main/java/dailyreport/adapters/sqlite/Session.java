package dailyreport.adapters.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** One open connection with its prepared statements; used by one thread at a time. */
final class Session implements AutoCloseable {
  private static final int BUSY_TIMEOUT_MILLIS = 200;
  private static final long PAGE = 4096;
  private static final long LARGEST_LOG = 4 << 20;
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Session(Connection connection) {
    this.connection = connection;
  }

  /** Makes sessions; tests plant faults here. */
  @FunctionalInterface
  interface Opener {
    Session open(Path file) throws SQLException;
  }

  /** What is made of the rows of a query. */
  @FunctionalInterface
  interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  @FunctionalInterface
  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** Work in a transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /**
   * Opens an existing file.
   *
   * @param mostBytes budget for all files of the database
   */
  static Session open(Path file, long mostBytes) throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    // The driver would create a missing file with the process's umask; ours has mode 600.
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    var session = new Session(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
    try {
      session.settle(mostBytes);
      Tables.create(session);
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  private void settle(long mostBytes) throws SQLException {
    // A write-ahead log needs shared memory, a journal on disk needs room; each may be refused.
    for (String mode : List.of("wal", "truncate", "memory")) {
      if (mode.equals(text("PRAGMA journal_mode = " + mode))) {
        break;
      }
    }
    long log = Math.min(LARGEST_LOG, mostBytes / 4);
    update("PRAGMA synchronous = NORMAL");
    update("PRAGMA temp_store = MEMORY");
    text("PRAGMA wal_autocheckpoint = " + log / PAGE / 2);
    text("PRAGMA journal_size_limit = " + log / 2);
    text("PRAGMA max_page_count = " + (mostBytes - log) / PAGE);
  }

  /** Runs a statement and tells how many rows it changed. */
  int update(String sql, Object... parameters) throws SQLException {
    return run(sql, PreparedStatement::executeUpdate, parameters);
  }

  /** Runs a query and reads its rows. */
  <T> T query(String sql, Reading<T> reading, Object... parameters) throws SQLException {
    return run(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return reading.of(rows);
          }
        },
        parameters);
  }

  /** First column of the first row as text, empty text when there is no row. */
  String text(String sql) throws SQLException {
    return query(sql, rows -> rows.next() ? rows.getString(1) : "");
  }

  /** First column of the first row as a number, 0 when there is no row. */
  long number(String sql) throws SQLException {
    return query(sql, rows -> rows.next() ? rows.getLong(1) : 0L);
  }

  private <T> T run(String sql, Execution<T> execution, Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return execution.of(statement);
    } catch (SQLException e) {
      // The driver has finalized it: "statement is not executing" would be all it says from now on.
      statements.remove(sql);
      quietly(statement::close);
      throw e;
    }
  }

  /** Runs the work as the only writer of the file, or leaves no trace of it. */
  void alone(Work work) throws SQLException {
    update("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      work.run();
      update("COMMIT");
      done = true;
    } finally {
      if (!done) {
        // SQLite may have rolled back by itself; what went wrong before is what counts.
        quietly(() -> update("ROLLBACK"));
      }
    }
  }

  @Override
  public void close() {
    quietly(connection::close);
  }

  /** For what is given up anyway. */
  private static void quietly(Work work) {
    try {
      work.run();
    } catch (SQLException e) {
      // What cannot even be given up is of no use to anybody either.
    }
  }
}
