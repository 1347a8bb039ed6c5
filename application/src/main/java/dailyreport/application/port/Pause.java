package dailyreport.application.port;

import java.time.Duration;

/** Waits between two attempts. Injected, so that no test has to. */
@FunctionalInterface
public interface Pause {

  /**
   * Waits.
   *
   * @throws InterruptedException when the work it belongs to was called off
   */
  void pause(Duration time) throws InterruptedException;
}
