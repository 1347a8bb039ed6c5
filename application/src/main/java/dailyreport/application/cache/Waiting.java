package dailyreport.application.cache;

import dailyreport.application.port.Pause;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Every wait of the core, so that tests need not sleep. */
public interface Waiting extends Pause {

  /**
   * Waits for work in another thread.
   *
   * @return whether it has ended, in whatever way, within {@code atMost}
   */
  boolean ends(Future<?> work, Duration atMost) throws InterruptedException;

  /** Waits that take the time they say. */
  static Waiting real() {
    return new Waiting() {
      @Override
      public void pause(Duration time) throws InterruptedException {
        Pause.real().pause(time);
      }

      @Override
      public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
        try {
          work.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
          return true;
        } catch (TimeoutException _) {
          return false;
        } catch (ExecutionException | CancellationException _) {
          return true;
        }
      }
    };
  }
}
