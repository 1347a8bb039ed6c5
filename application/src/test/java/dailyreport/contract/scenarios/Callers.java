package dailyreport.contract.scenarios;

import dailyreport.application.cache.CacheAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Many callers at once. */
final class Callers {
  private static final long LOOK_AGAIN_NANOS = 200_000;

  private Callers() {}

  /**
   * Waits without moving any clock; a test that is called off ends the wait. Parks, however
   * briefly: virtual threads that do nothing but yield keep their carriers to themselves (JDK 25),
   * and the request they wait for is never answered.
   */
  static void waitWhile(BooleanSupplier condition) {
    while (condition.getAsBoolean()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("called off while it waited");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  /** The answers of that many callers who ask the same. */
  static List<CacheAnswer> together(int callers, Callable<CacheAnswer> deed) {
    return all(Collections.nCopies(callers, deed));
  }

  /** The answers, in the order of the deeds. */
  static List<CacheAnswer> all(List<Callable<CacheAnswer>> deeds) {
    var answers = new ArrayList<CacheAnswer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<CacheAnswer>> running = deeds.stream().map(threads::submit).toList();
      try {
        for (Future<CacheAnswer> one : running) {
          answers.add(one.get());
        }
      } finally {
        running.forEach(one -> one.cancel(true));
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("a caller did not get its answer", e);
    }
    return answers;
  }
}
