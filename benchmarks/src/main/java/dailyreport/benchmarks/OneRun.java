package dailyreport.benchmarks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** JMH lets one run at a time measure on a machine, by a lock on a file. */
final class OneRun {
  /** JMH's own name and switch for it: {@code org.openjdk.jmh.runner.Runner}. */
  private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");

  private static final String IGNORED = "jmh.ignoreLock";

  private OneRun() {}

  /**
   * Whether another process is measuring. Asked before anything is written: JMH itself would say so
   * at each benchmark, after the results of the other run had been cleared away.
   */
  static boolean isGoingOn() throws IOException {
    if (Boolean.getBoolean(IGNORED)) {
      return false;
    }
    try (var file = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = file.tryLock()) {
      return lock == null;
    }
  }
}
