package dailyreport.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Lets several threads do the same thing at the same moment. */
public final class Together {
  private Together() {}

  /** The results of {@code deed} for 0 to {@code threads - 1}, in that order. */
  public static <T> List<T> run(int threads, IntFunction<T> deed) {
    var start = new CyclicBarrier(threads);
    var results = new ArrayList<T>();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        running.add(
            executor.submit(() -> {
              start.await();
              return deed.apply(number);
            }));
      }
      for (Future<T> one : running) {
        results.add(one.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError("a thread did not finish its deed", e);
    }
    return results;
  }
}
