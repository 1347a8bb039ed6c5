package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import dailyreport.domain.report.Part;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder with the guarantees that S3 gives the cache: files are seen whole or not at all, and a
 * write or delete may depend on what is there. A lock file keeps processes apart, a lock in memory
 * the threads of one process.
 */
final class FolderStore {
  /** No file of ours is nearly as large; a larger one is not read to its end. */
  private static final int MOST_BYTES = 8 << 20;

  /** Between two looks at a lock that another process holds, mostly for a millisecond. */
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final Path root;
  private final InstantSource clock;
  private final ReentrantLock threads = new ReentrantLock();

  FolderStore(Path root, InstantSource clock) {
    this.root = root.toAbsolutePath().normalize();
    this.clock = clock;
  }

  /** Work on the folder's files that may fail. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does the work while nobody else writes.
   *
   * @throws PortException.Cache naming {@code what} when the folder cannot be used
   */
  <T> T alone(String what, Deadline deadline, Work<T> work) {
    return attempt(
        what,
        deadline,
        () -> {
          Files.createDirectories(root);
          threads.lock();
          try (var channel =
                  FileChannel.open(
                      root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
              var _ = locked(channel, what, deadline)) {
            return work.run();
          } finally {
            threads.unlock();
          }
        });
  }

  /** Waits in steps: a lock can be waited for without end only, and its holder may be stopped. */
  private FileLock locked(FileChannel channel, String what, Deadline deadline) throws IOException {
    while (!deadline.passed(clock.instant())) {
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isPresent()) {
        return lock.get();
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw outOfTime(what, "called off");
      }
    }
    throw outOfTime(what, "another process kept the lock");
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // held in this process, by another store on the same folder
    }
  }

  private static PortException.Cache outOfTime(String what, String seen) {
    return new PortException.Cache(Fault.TIMEOUT, "shared folder, " + what + ": " + seen, null);
  }

  /**
   * Does work that needs no lock.
   *
   * @throws PortException.Cache naming {@code what} when the folder cannot be used
   */
  <T> T attempt(String what, Deadline deadline, Work<T> work) {
    if (deadline.passed(clock.instant())) {
      throw outOfTime(what, "no time left");
    }
    try {
      return work.run();
    } catch (FileSystemException e) {
      throw new PortException.Cache(
          Fault.PERMISSION,
          "shared folder, " + what + ": " + e.getClass().getSimpleName() + reason(e),
          e);
    } catch (IOException e) {
      throw new PortException.Cache(
          Fault.ERROR, "shared folder, " + what + ": " + e.getClass().getSimpleName(), e);
    }
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? "" : " (" + e.getReason() + ")";
  }

  /** The file's bytes, empty when there is none. */
  Optional<byte[]> read(String name) throws IOException {
    try (var file = Files.newInputStream(within(name))) {
      return Optional.of(file.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The file's tag, {@link Tag#none()} when there is none. */
  Tag tag(String name) throws IOException {
    return read(name).map(FolderStore::tag).orElse(Tag.none());
  }

  /** The tag of these bytes. */
  static Tag tag(byte[] bytes) {
    return new Tag(Part.sha256(bytes));
  }

  /** Writes the file whole. */
  void write(String name, byte[] bytes) throws IOException {
    Path file = within(name);
    Files.createDirectories(file.getParent());
    OutputFolder.write(file, bytes);
  }

  /** Deletes the file, and folders that become empty by it. */
  void delete(String name) throws IOException {
    Files.deleteIfExists(within(name));
    for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
      try {
        Files.deleteIfExists(within(name.substring(0, slash)));
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  /** The path of a name that is known to lie under the root. */
  Path within(String name) {
    Path path = root.resolve(name).normalize();
    if (!path.startsWith(root)) {
      throw new IllegalArgumentException("a name must stay under the shared folder");
    }
    return path;
  }
}
