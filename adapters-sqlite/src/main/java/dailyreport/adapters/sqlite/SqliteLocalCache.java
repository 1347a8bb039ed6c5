package dailyreport.adapters.sqlite;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Occupancy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.Tag;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The local tier in a SQLite file.
 *
 * <p>The file is created by the first store, never by a look-up: on a machine that has none, a
 * look-up costs one glance at the folder. A row that cannot be believed (digest, key, validity or
 * clock) is dropped, told to the event log and answered as a miss. Once the file is given up (see
 * {@link DatabaseFile}) the exception is thrown once, and from then on the cache is empty and takes
 * nothing.
 */
public final class SqliteLocalCache implements LocalCache, AutoCloseable {
  /** Budget that suits a function's {@code /tmp}, which it shares with the native library. */
  public static final long DEFAULT_BYTES = 64L << 20;

  private static final long LEAST_BYTES = 256L << 10;

  /**
   * How exactly the last use of a row is known. Noting every use would turn each hit into a write.
   */
  private static final Duration USE_RESOLUTION = Duration.ofMinutes(10);

  private final DatabaseFile file;
  private final Entries entries;
  private final long mostBytes;
  private final ReportCodec codec;
  private final InstantSource clock;
  private final EventLog events;

  SqliteLocalCache(
      Path dir,
      Session.Opener opener,
      long mostBytes,
      ReportCodec codec,
      InstantSource clock,
      EventLog events) {
    this.file = new DatabaseFile(dir, opener, events);
    this.entries = new Entries(mostBytes);
    this.mostBytes = mostBytes;
    this.codec = codec;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The cache in a folder; does not touch the disk yet.
   *
   * @param dir folder of {@code reports.db}, created with the first store
   * @param mostBytes budget for the file and its log, at least 256 KiB
   * @param codec form of the records
   * @param clock says what is expired when room is needed
   * @param events hears of faults that are mended here and of the cache being switched off
   */
  public static SqliteLocalCache open(
      Path dir, long mostBytes, ReportCodec codec, InstantSource clock, EventLog events) {
    if (mostBytes < LEAST_BYTES) {
      throw new IllegalArgumentException("a local cache needs 256 KiB, offered " + mostBytes);
    }
    return new SqliteLocalCache(
        dir, path -> Session.open(path, mostBytes), mostBytes, codec, clock, events);
  }

  @Override
  public Optional<LocalCopy> find(ReportKey key) {
    if (file.off()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return file.ifPresent(
            "get",
            db -> {
              Optional<Entries.Row> row = entries.find(db, key);
              if (row.isPresent() && row.get().usedBefore(now.minus(USE_RESOLUTION))) {
                noteUse(db, key, now);
              }
              return row;
            })
        .flatMap(row -> row)
        .flatMap(row -> believed(key, row));
  }

  /** A hit is a hit, even when its use cannot be noted. */
  private void noteUse(Session db, ReportKey key, Instant now) throws SQLException {
    try {
      entries.noteUse(db, key, now);
    } catch (SQLException e) {
      Fault fault = DatabaseFile.fault(e);
      if (fault != Fault.BUSY && fault != Fault.FULL) {
        throw e;
      }
    }
  }

  private Optional<LocalCopy> believed(ReportKey key, Entries.Row row) {
    if (!row.intact()) {
      return dropped(key, row, Fault.CORRUPT);
    }
    CacheEntry entry;
    try {
      entry = codec.decode(row.record());
    } catch (PortException.Cache e) {
      return dropped(key, row, e.fault());
    }
    if (!entry.key().equals(key)) {
      return dropped(key, row, Fault.INVALID);
    }
    Validity validity = entry.validity();
    if (!row.ordersBy(validity)) {
      return dropped(key, row, Fault.CORRUPT);
    }
    if (validity.exceedsPolicy()) {
      return dropped(key, row, Fault.METADATA);
    }
    if (validity.startedAt().isAfter(clock.instant().plus(Validity.CLOCK_TOLERANCE))) {
      // Left there, it would be newer than every entry of the present and never be replaced.
      return dropped(key, row, Fault.CLOCK);
    }
    return Optional.of(
        new LocalCopy(entry, new Tag(row.sharedTag()), Instants.of(row.checkedAt())));
  }

  private Optional<LocalCopy> dropped(ReportKey key, Entries.Row row, Fault fault) {
    events.record(new AppEvent.CacheError(AppEvent.Tier.LOCAL, "get", fault));
    file.ifPresent("delete", db -> entries.drop(db, key, row.sha256()));
    return Optional.empty();
  }

  @Override
  public void store(LocalCopy copy) {
    if (file.off()) {
      return;
    }
    byte[] record = codec.encode(copy.entry());
    if (record.length > mostBytes / 4) {
      throw new PortException.Cache(
          Fault.TOO_LARGE,
          "SQLite put of " + copy.entry().key() + ": record of " + record.length + " bytes",
          null);
    }
    ReportKey key = copy.entry().key();
    var row =
        Entries.Row.of(
            record, copy.sharedTag(), copy.checkedAt(), clock.instant(), copy.entry().validity());
    file.always(
        "put",
        db -> {
          try {
            return entries.put(db, key, row);
          } catch (SQLException e) {
            if (DatabaseFile.fault(e) != Fault.FULL) {
              throw e;
            }
            events.record(new AppEvent.CacheError(AppEvent.Tier.LOCAL, "put", Fault.FULL));
            entries.sweep(db, clock.instant(), record.length);
            return entries.put(db, key, row);
          }
        });
  }

  @Override
  public void evict(Scope scope) {
    if (!file.off()) {
      file.ifPresent("delete", db -> entries.evict(db, scope));
    }
  }

  @Override
  public Occupancy usage() {
    if (file.off()) {
      return new Occupancy(0, 0);
    }
    return file.ifPresent("usage", db -> new Occupancy(entries.count(db), bytes()))
        .orElse(new Occupancy(0, 0));
  }

  /** Gives the connection back; a later call opens the file again. */
  @Override
  public void close() {
    file.letGo();
  }

  private long bytes() {
    try {
      return file.bytes();
    } catch (IOException e) {
      throw new PortException.Cache(Fault.ERROR, "size of the SQLite file: not readable", e);
    }
  }
}
