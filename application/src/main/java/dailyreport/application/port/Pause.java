package dailyreport.application.port;

import java.time.Duration;

/** Lets time pass between two attempts. Tests pass one that only takes note of it. */
@FunctionalInterface
public interface Pause {

  /** Returns when that much time has passed. */
  void pause(Duration time) throws InterruptedException;

  /** Takes the time it is told. */
  static Pause real() {
    return Thread::sleep;
  }
}
