package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.domain.report.ReportKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Records straight out of SQLite: what is left of a look-up without the tier around it. */
final class RawRows implements AutoCloseable {
  private static final String MEMORY = "jdbc:sqlite::memory:";
  private final String url;
  private final Connection connection;
  private final PreparedStatement select;

  private RawRows(String url) {
    this.url = url;
    try {
      connection = DriverManager.getConnection(url);
      if (url.equals(MEMORY)) {
        createTable();
      }
      select = select(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("opening " + url, e);
    }
  }

  /** The file that a tier has filled. */
  static RawRows in(Path folder) {
    return new RawRows("jdbc:sqlite:" + folder.resolve("reports.db"));
  }

  /** A database that has no file. */
  static RawRows inMemory() {
    return new RawRows(MEMORY);
  }

  /** Nothing yet. */
  static RawRows none() {
    return inMemory();
  }

  private void createTable() throws SQLException {
    try (var create = connection.createStatement()) {
      create.execute(
          "CREATE TABLE entry (id INTEGER PRIMARY KEY, ticker TEXT NOT NULL, session TEXT NOT NULL,"
              + " record BLOB NOT NULL, UNIQUE (ticker, session))");
    }
  }

  private static PreparedStatement select(Connection connection) throws SQLException {
    return connection.prepareStatement("SELECT record FROM entry WHERE ticker = ? AND session = ?");
  }

  /** Keeps the records of these in memory. */
  void insert(LocalCopy... copies) {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO entry (ticker, session, record) VALUES (?, ?, ?)")) {
      for (LocalCopy copy : copies) {
        insert.setString(1, copy.entry().key().ticker().symbol());
        insert.setString(2, copy.entry().key().session().toString());
        insert.setBytes(3, LocalTierFile.record(copy));
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("filling " + url, e);
    }
  }

  /** The record of a key, over the connection that is open. */
  byte[] record(ReportKey key) {
    try {
      return record(select, key);
    } catch (SQLException e) {
      throw new IllegalStateException("reading " + key + " from " + url, e);
    }
  }

  /** The same over a connection of its own. */
  byte[] recordOverNewConnection(ReportKey key) {
    try (var fresh = DriverManager.getConnection(url);
        var statement = select(fresh)) {
      return record(statement, key);
    } catch (SQLException e) {
      throw new IllegalStateException("reading " + key + " from " + url, e);
    }
  }

  private static byte[] record(PreparedStatement statement, ReportKey key) throws SQLException {
    statement.setString(1, key.ticker().symbol());
    statement.setString(2, key.session().toString());
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getBytes(1) : new byte[0];
    }
  }

  /** Makes sure that the record of each copy is there. */
  void requireKept(LocalCopy... copies) {
    for (LocalCopy copy : copies) {
      if (!Arrays.equals(record(copy.entry().key()), LocalTierFile.record(copy))) {
        throw new IllegalStateException(copy.entry().key() + " is not found as it was stored");
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("closing " + url, e);
    }
  }
}
