package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import java.util.concurrent.atomic.AtomicInteger;

/** How many model calls a report may still cost. */
@FunctionalInterface
public interface CallAllowance {

  /**
   * Counts one model call before it is made.
   *
   * @return whether it may be made
   */
  boolean take(Deadline deadline);

  /** That many calls, counted in this process only. */
  static CallAllowance of(int calls) {
    var left = new AtomicInteger(calls);
    return _ -> left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }
}
