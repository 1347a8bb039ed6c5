package dailyreport.application;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work of one's own executor; what it threw flies on as it was. */
final class Awaited {
  private Awaited() {}

  /**
   * The result of the work.
   *
   * @throws PortException.Market with {@link Fault#TIMEOUT} when the waiting thread is interrupted;
   *     the work is cancelled then
   */
  static <T> T of(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new PortException.Market(Fault.TIMEOUT, "generation: called off while waiting", e);
    }
  }
}
