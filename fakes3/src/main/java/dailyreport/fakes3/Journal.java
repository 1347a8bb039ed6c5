package dailyreport.fakes3;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What happened, line by line; or only how often, for runs of millions. */
final class Journal {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final LongAdder total = new LongAdder();
  private volatile boolean kept = true;

  void add(String line) {
    total.increment();
    if (kept) {
      lines.add(line);
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  long total() {
    return total.sum();
  }

  void forget() {
    lines.clear();
    total.reset();
  }

  /** Forgets the lines, and keeps none from now on. */
  void countOnly() {
    kept = false;
    lines.clear();
  }
}
