package dailyreport.application.cache;

import dailyreport.application.port.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Spares a store that is down: after five faults in 30 s it is skipped for 30 s, then one call
 * probes it. What the store answers about one record is no fault of the store.
 */
final class Breaker {
  private static final int FAULTS = 5;
  private static final Duration WINDOW = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Deque<Instant> faults = new ArrayDeque<>();
  private Instant skipUntil = Instant.MIN;
  private boolean open;

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a call may be made now; the one that may after a skip is the probe. */
  synchronized boolean allows() {
    if (!open) {
      return true;
    }
    Instant now = clock.instant();
    // An end further ahead than a window was set by a clock that has been set back since.
    if (now.isBefore(skipUntil) && !skipUntil.isAfter(now.plus(WINDOW))) {
      return false;
    }
    skipUntil = now.plus(WINDOW);
    return true;
  }

  synchronized void answered() {
    if (open) {
      open = false;
      faults.clear();
    }
  }

  synchronized void faulted(Fault kind) {
    if (!ofTheStore(kind)) {
      answered();
      return;
    }
    Instant now = clock.instant();
    faults.removeIf(fault -> Duration.between(fault, now).abs().compareTo(WINDOW) >= 0);
    faults.addLast(now);
    if (open || faults.size() >= FAULTS) {
      open = true;
      skipUntil = now.plus(WINDOW);
    }
  }

  private static boolean ofTheStore(Fault fault) {
    return switch (fault) {
      case TIMEOUT, THROTTLED, TRUNCATED, AMBIGUOUS, ERROR, BUSY -> true;
      case MALFORMED,
          TOO_LARGE,
          NOT_FOUND,
          INSANE,
          DENIED,
          AUTH,
          REFUSED,
          CONFIG,
          QUOTA,
          GONE,
          PERMISSION,
          FULL,
          CORRUPT,
          INVALID,
          METADATA,
          CLOCK,
          OOM,
          ENOSPC ->
          false;
    };
  }
}
