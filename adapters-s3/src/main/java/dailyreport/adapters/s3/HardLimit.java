package dailyreport.adapters.s3;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Ends a request at its time, whatever its socket does. The SDK's own time-outs do not: when a body
 * stalls, the JDK's URL connection holds its lock while it reads, and the SDK's call to disconnect
 * waits for that lock (measured on SDK 2.54.14 and JDK 25: 3 s, the socket's time-out, in place of
 * 100 ms). A virtual thread that waits for a socket is woken by an interrupt, and the socket
 * closed.
 */
final class HardLimit {
  /** For the interrupted request to close its socket; it has nothing else left to do. */
  private static final Duration FAREWELL = Duration.ofMillis(100);

  private HardLimit() {}

  /**
   * What the work makes, in that time.
   *
   * @throws TimeoutException when it did not end in time; it has been interrupted
   * @throws InterruptedException when the caller was interrupted; so has been the work
   */
  static <T> T run(Duration time, Supplier<T> work) throws TimeoutException, InterruptedException {
    var task = new FutureTask<T>(work::get);
    Thread thread = Thread.ofVirtual().name("s3-request").start(task);
    try {
      return task.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException("a request ended unexpectedly", e);
      }
    } catch (TimeoutException | InterruptedException e) {
      task.cancel(true);
      thread.join(FAREWELL);
      throw e;
    }
  }
}
