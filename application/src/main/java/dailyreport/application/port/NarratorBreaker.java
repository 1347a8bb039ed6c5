package dailyreport.application.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps calls from a model whose last answer time does not heal: a refused key or an unpaid bill
 * (faults.md, section 5). The caller asks it before every call; a {@link Narrator} does not.
 */
public final class NarratorBreaker {
  /** From such an answer to the next call. */
  public static final Duration PAUSE = Duration.ofMinutes(15);

  private final InstantSource clock;
  private volatile Instant openUntil = Instant.MIN;

  /** A breaker that lets calls through. */
  public NarratorBreaker(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a call may be made now. */
  public boolean allows() {
    return !clock.instant().isBefore(openUntil);
  }

  /** Takes note of a call's fault. */
  public void saw(Fault fault) {
    if (fault == Fault.AUTH || fault == Fault.QUOTA) {
      openUntil = clock.instant().plus(PAUSE);
    }
  }
}
