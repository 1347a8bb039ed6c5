package dailyreport.adapters.line;

import java.time.Duration;

/** Waits between two attempts; tests do not. */
interface Pause {
  void sleep(Duration time) throws InterruptedException;
}
