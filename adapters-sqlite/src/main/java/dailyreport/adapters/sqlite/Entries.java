package dailyreport.adapters.sqlite;

import dailyreport.application.port.Tag;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of entries. */
final class Entries {
  private final long mostBytes;

  Entries(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * A row without its key.
   *
   * @param sha256 of record, tag and check instant
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Row(
      String sha256,
      byte[] record,
      String sharedTag,
      String checkedAt,
      String usedAt,
      String startedAt,
      String usableUntil) {

    static Row of(
        byte[] record, Tag sharedTag, Instant checkedAt, Instant usedAt, Validity validity) {
      String tag = sharedTag.value();
      String checked = Instants.text(checkedAt);
      return new Row(
          digest(record, tag, checked),
          record,
          tag,
          checked,
          Instants.text(usedAt),
          Instants.text(validity.startedAt()),
          Instants.text(validity.usableUntil()));
    }

    /** What damage has made a NULL is empty here, and does not fit what was written. */
    private static Row read(ResultSet row) throws SQLException {
      byte @Nullable [] record = row.getBytes(2);
      return new Row(
          Tables.text(row, 1),
          record == null ? new byte[0] : record,
          Tables.text(row, 3),
          Tables.text(row, 4),
          Tables.text(row, 5),
          Tables.text(row, 6),
          Tables.text(row, 7));
    }

    /** Whether it is as it was written. */
    boolean intact() {
      return sha256.equals(digest(record, sharedTag, checkedAt));
    }

    /** Whether the instants by which rows replace each other and are swept are the record's. */
    boolean ordersBy(Validity validity) {
      return startedAt.equals(Instants.text(validity.startedAt()))
          && usableUntil.equals(Instants.text(validity.usableUntil()));
    }

    boolean usedBefore(Instant instant) {
      return usedAt.compareTo(Instants.text(instant)) < 0;
    }

    private static String digest(byte[] record, String tag, String checkedAt) {
      try {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((tag + "\n" + checkedAt + "\n").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256.digest(record));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  Optional<Row> find(Session db, ReportKey key) throws SQLException {
    return db.query(
        "SELECT sha256, record, shared_tag, checked_at, used_at, started_at, usable_until"
            + " FROM entry WHERE ticker = ? AND session = ?",
        row -> row.next() ? Optional.of(Row.read(row)) : Optional.empty(),
        key.ticker().symbol(),
        key.session().toString());
  }

  /** Keeps the row unless the one that is there has a newer start: one statement, so no race. */
  int put(Session db, ReportKey key, Row row) throws SQLException {
    return db.update(
        """
        INSERT INTO entry (ticker, session, started_at, usable_until, used_at, checked_at,
          shared_tag, sha256, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (ticker, session) DO UPDATE SET started_at = excluded.started_at,
          usable_until = excluded.usable_until, used_at = excluded.used_at,
          checked_at = excluded.checked_at, shared_tag = excluded.shared_tag,
          sha256 = excluded.sha256, record = excluded.record
        WHERE excluded.started_at >= entry.started_at
        """,
        key.ticker().symbol(),
        key.session().toString(),
        row.startedAt(),
        row.usableUntil(),
        row.usedAt(),
        row.checkedAt(),
        row.sharedTag(),
        row.sha256(),
        row.record());
  }

  int noteUse(Session db, ReportKey key, Instant now) throws SQLException {
    return db.update(
        "UPDATE entry SET used_at = ? WHERE ticker = ? AND session = ?",
        Instants.text(now),
        key.ticker().symbol(),
        key.session().toString());
  }

  /** Removes the row of that digest; another process may have put a good one there. */
  int drop(Session db, ReportKey key, String sha256) throws SQLException {
    return db.update(
        "DELETE FROM entry WHERE ticker = ? AND session = ? AND ifnull(sha256, '') = ?",
        key.ticker().symbol(),
        key.session().toString(),
        sha256);
  }

  int evict(Session db, Scope scope) throws SQLException {
    return switch (scope) {
      case Scope.All() -> db.update("DELETE FROM entry");
      case Scope.OfTicker(var ticker) ->
          db.update("DELETE FROM entry WHERE ticker = ?", ticker.symbol());
      case Scope.OfSession(var session) ->
          db.update("DELETE FROM entry WHERE session = ?", session.toString());
      case Scope.OfKey(var key) ->
          db.update(
              "DELETE FROM entry WHERE ticker = ? AND session = ?",
              key.ticker().symbol(),
              key.session().toString());
    };
  }

  long count(Session db) throws SQLException {
    return db.number("SELECT count(*) FROM entry");
  }

  /**
   * Makes room: every expired row goes, then the longest unused ones until a tenth of the budget
   * and twice the record at hand are free.
   */
  void sweep(Session db, Instant now, int record) throws SQLException {
    long wanted = Math.max(mostBytes / 10, 2L * record);
    db.alone(() -> {
      for (long id : victims(db, now, wanted)) {
        db.update("DELETE FROM entry WHERE id = ?", id);
      }
    });
  }

  private static List<Long> victims(Session db, Instant now, long wanted) throws SQLException {
    return db.query(
        "SELECT id, length(record), usable_until <= ? AS expired FROM entry"
            + " ORDER BY expired DESC, used_at, id",
        row -> {
          var victims = new ArrayList<Long>();
          long freed = 0;
          while (row.next() && (freed < wanted || row.getBoolean(3))) {
            victims.add(row.getLong(1));
            freed += row.getLong(2);
          }
          return victims;
        },
        Instants.text(now));
  }
}
