package dailyreport.adapters.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What the file holds.
 *
 * <p>Instants are text, see {@link Instants}. Records are BLOBs in an ordinary rowid table: as TEXT
 * or WITHOUT ROWID a hit takes up to four times as long (cache.md, section 9).
 */
final class Tables {
  /** Kept in {@code user_version}; a file of another number is thrown away. */
  static final int SCHEMA = 1;

  private Tables() {}

  /** The file is a sound database, but not one of ours. */
  static final class OtherSchema extends SQLException {
    private static final long serialVersionUID = 1;

    OtherSchema(long version) {
      super("schema " + version + ", this version uses " + SCHEMA);
    }
  }

  /** A text column; empty for a NULL, which no column allows and damage can make all the same. */
  static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  /** Creates the tables in an empty file, and accepts only a file of this schema otherwise. */
  static void create(Session db) throws SQLException {
    if (version(db) != SCHEMA) {
      db.alone(() -> {
        // Another process may have been faster.
        if (version(db) != SCHEMA) {
          createIn(db);
        }
      });
    }
  }

  private static long version(Session db) throws SQLException {
    return db.number("PRAGMA user_version");
  }

  private static void createIn(Session db) throws SQLException {
    if (version(db) != 0 || db.number("SELECT count(*) FROM sqlite_schema") != 0) {
      throw new OtherSchema(version(db));
    }
    db.update(
        """
        CREATE TABLE entry (
          id INTEGER PRIMARY KEY,
          ticker TEXT NOT NULL,
          session TEXT NOT NULL,
          started_at TEXT NOT NULL,
          usable_until TEXT NOT NULL,
          used_at TEXT NOT NULL,
          checked_at TEXT NOT NULL,
          shared_tag TEXT NOT NULL,
          sha256 TEXT NOT NULL,
          record BLOB NOT NULL,
          UNIQUE (ticker, session))
        """);
    db.update(
        """
        CREATE TABLE cut_off (
          id INTEGER PRIMARY KEY,
          ticker TEXT NOT NULL,
          session TEXT NOT NULL,
          strength TEXT NOT NULL,
          at TEXT NOT NULL)
        """);
    db.update("CREATE TABLE epoch (id INTEGER PRIMARY KEY CHECK (id = 1), value INTEGER NOT NULL)");
    db.update("INSERT INTO epoch (id, value) VALUES (1, 0)");
    db.update("PRAGMA user_version = " + SCHEMA);
  }
}
