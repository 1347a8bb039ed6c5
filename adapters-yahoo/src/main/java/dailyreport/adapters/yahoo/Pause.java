package dailyreport.adapters.yahoo;

import java.time.Duration;

/** Waiting between two attempts; tests pass one that only takes note. */
@FunctionalInterface
interface Pause {
  void last(Duration time) throws InterruptedException;
}
