package dailyreport.adapters.s3;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Requests side by side; all have ended when it returns, however it returns. */
final class InParallel {
  /** A bucket is emptied with that many requests at a time. */
  private static final int MOST = 8;

  private InParallel() {}

  /**
   * What {@code request} makes of each input, in their order.
   *
   * @throws PortException.Cache the first input's that failed, after all were tried
   */
  static <I, O> List<O> all(List<I> inputs, Function<I, O> request) {
    if (inputs.isEmpty()) {
      return List.of();
    }
    int width = Math.min(MOST, inputs.size());
    try (var executor = Executors.newFixedThreadPool(width, Thread.ofVirtual().factory())) {
      var running = new ArrayList<Future<O>>();
      for (I input : inputs) {
        running.add(executor.submit(() -> request.apply(input)));
      }
      return collect(running, executor);
    }
  }

  private static <O> List<O> collect(List<Future<O>> running, ExecutorService executor) {
    var results = new ArrayList<O>();
    RuntimeException first = null;
    for (Future<O> one : running) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RuntimeException failure)) {
          throw new IllegalStateException("a request ended with a checked exception", e);
        }
        first = first == null ? failure : first;
      } catch (InterruptedException e) {
        executor.shutdownNow();
        Thread.currentThread().interrupt();
        throw new PortException.Cache(Fault.TIMEOUT, "S3 requests: called off", e);
      }
    }
    if (first != null) {
      throw first;
    }
    return results;
  }
}
