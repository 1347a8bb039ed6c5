package dailyreport.adapters.sqlite;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database file: opened when it is first needed, mended once, then given up.
 *
 * <p>One connection serves all threads of the process, one at a time. Several processes may share
 * the file.
 */
final class DatabaseFile {
  static final String NAME = "reports.db";

  private final Path file;
  private final Session.Opener opener;
  private final EventLog events;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Session session;
  private Optional<Object> openedAs = Optional.empty();
  private boolean mended;
  private volatile boolean off;

  DatabaseFile(Path dir, Session.Opener opener, EventLog events) {
    this.file = dir.resolve(NAME);
    this.opener = opener;
    this.events = events;
  }

  /** What is done with an open session. */
  @FunctionalInterface
  interface Work<T> {
    T on(Session db) throws SQLException;
  }

  /** Whether it has been given up for the life of the process. */
  boolean off() {
    return off;
  }

  /**
   * Works on the file if it exists; a missing one is not created.
   *
   * @return empty when there is no file
   * @throws PortException.Cache when the work could not be done
   */
  <T> Optional<T> ifPresent(String op, Work<T> work) {
    return run(op, false, work);
  }

  /**
   * Works on the file, which is created when it is missing.
   *
   * @throws PortException.Cache when the work could not be done
   */
  <T> T always(String op, Work<T> work) {
    return run(op, true, work).orElseThrow();
  }

  /** Bytes of the file and of its logs. */
  long bytes() throws IOException {
    long sum = 0;
    for (Path part : parts()) {
      try {
        sum += Files.size(part);
      } catch (NoSuchFileException e) {
        // It comes and goes with the connections.
      }
    }
    return sum;
  }

  private <T> Optional<T> run(String op, boolean create, Work<T> work) {
    lock.lock();
    try {
      while (true) {
        if (off) {
          throw new PortException.Cache(
              Fault.ERROR, "SQLite " + op + " on " + file + ": off since an earlier fault", null);
        }
        try {
          Optional<Session> open = opened(create);
          if (open.isPresent()) {
            return Optional.of(work.on(open.get()));
          }
          if (!create) {
            return Optional.empty();
          }
        } catch (SQLException e) {
          mend(op, e);
        } catch (IOException e) {
          giveUp(op, Fault.ERROR, e);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Session> opened(boolean create) throws IOException, SQLException {
    // In WAL mode SQLite goes on in a file that somebody else has deleted or replaced, and nobody
    // would find there what we write.
    if (session != null && !identity().equals(openedAs)) {
      close();
    }
    if (session == null) {
      if (create) {
        createFile();
      }
      openedAs = identity();
      if (openedAs.isEmpty()) {
        return Optional.empty();
      }
      session = opener.open(file);
    }
    return Optional.of(session);
  }

  /** Inode and device where the file system has them. */
  private Optional<Object> identity() throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return Optional.of(key == null ? file : key);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void createFile() throws IOException {
    Files.createDirectories(file.getParent());
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    try {
      Files.createFile(
          file,
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0]);
    } catch (FileAlreadyExistsException e) {
      // As it should be, after the first time.
    }
  }

  /** Returns when another attempt is worthwhile. */
  private void mend(String op, SQLException seen) {
    Fault fault = fault(seen);
    if (fault == Fault.BUSY) {
      throw refused(op, fault, seen);
    }
    close();
    if (seen instanceof Tables.OtherSchema) {
      delete(op, fault);
    } else if (seen instanceof SQLiteException && !mended) {
      mended = true;
      events.record(new AppEvent.CacheError(AppEvent.Tier.LOCAL, op, fault));
      delete(op, fault);
    } else {
      // A second fault, or the native library that cannot be loaded: no file is to blame for that.
      giveUp(op, fault, seen);
    }
  }

  /** All files of the database together: a log left behind would be replayed over a new file. */
  private void delete(String op, Fault fault) {
    try {
      for (Path part : parts().reversed()) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      giveUp(op, fault, e);
    }
  }

  private List<Path> parts() {
    return List.of(
        file,
        file.resolveSibling(NAME + "-journal"),
        file.resolveSibling(NAME + "-shm"),
        file.resolveSibling(NAME + "-wal"));
  }

  private void giveUp(String op, Fault fault, Exception seen) {
    off = true;
    close();
    events.record(new AppEvent.LocalDisabled(fault));
    throw refused(op, fault, seen);
  }

  private PortException.Cache refused(String op, Fault fault, Exception seen) {
    String code = seen instanceof SQLiteException e ? e.getResultCode().name() : "no result code";
    return new PortException.Cache(
        fault,
        "SQLite " + op + " on " + file + ": " + code + (off ? ", off from now on" : ""),
        seen);
  }

  /**
   * Gives the connection back, which also folds SQLite's own log into the file. A later call opens
   * it again.
   */
  void letGo() {
    lock.lock();
    try {
      close();
    } finally {
      lock.unlock();
    }
  }

  private void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  /** The metric's name for a result code. */
  static Fault fault(SQLException seen) {
    if (!(seen instanceof SQLiteException)) {
      return Fault.ERROR;
    }
    // The driver keeps the extended code in the result code, the primary one here.
    var code = SQLiteErrorCode.getErrorCode(seen.getErrorCode());
    return switch (code) {
      case SQLITE_BUSY, SQLITE_LOCKED -> Fault.BUSY;
      case SQLITE_FULL -> Fault.FULL;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> Fault.CORRUPT;
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> Fault.PERMISSION;
      default -> Fault.ERROR;
    };
  }
}
