package dailyreport.adapters.yahoo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Leaves a source alone that keeps failing: after {@value #FAILURES} failures within a minute for
 * half a minute, then one caller may try (market-data.md, section 5).
 */
final class Breaker {
  private static final int FAILURES = 5;
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Deque<Instant> failures = new ArrayDeque<>();
  private Instant pausedUntil = Instant.MIN;

  /** Whether the caller may ask; it must report how that went. */
  synchronized boolean allows(Instant now) {
    if (pausedUntil.equals(Instant.MIN)) {
      return true;
    }
    if (now.isBefore(pausedUntil)) {
      return false;
    }
    // This caller tries; the others wait for its result, or for another pause if it never reports.
    pausedUntil = now.plus(PAUSE);
    return true;
  }

  synchronized void succeeded() {
    failures.clear();
    pausedUntil = Instant.MIN;
  }

  synchronized void failed(Instant now) {
    failures.addLast(now);
    while (failures.getFirst().isBefore(now.minus(WINDOW))) {
      failures.removeFirst();
    }
    if (failures.size() >= FAILURES) {
      pausedUntil = now.plus(PAUSE);
    }
  }
}
