package dailyreport.adapters.yahoo;

import dailyreport.application.port.Fault;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request did not give what was asked for. Says what was seen, never a body, and whether asking
 * again can help; {@link Attempts} decides and turns it into a port's exception.
 */
final class Broken extends IOException {
  private final Fault fault;
  private final Again again;
  private final @Nullable Duration retryAfter;

  /** What may help. */
  enum Again {
    /** Nothing: the answer would be the same, or harmful. */
    NEVER,
    /** Another host, at once. */
    AT_ONCE,
    /** Another host, after the pause that was asked for or a short random one. */
    AFTER_PAUSE,
    /** The same with a new cookie and crumb. */
    WITH_NEW_PASS
  }

  private Broken(
      Fault fault,
      Again again,
      String seen,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(seen, cause);
    this.fault = fault;
    this.again = again;
    this.retryAfter = retryAfter;
  }

  static Broken of(Fault fault, Again again, String seen) {
    return new Broken(fault, again, seen, null, null);
  }

  static Broken because(Fault fault, Again again, String seen, Throwable cause) {
    return new Broken(fault, again, seen, null, cause);
  }

  /** The source asks for fewer requests, perhaps with a time to wait. */
  static Broken throttled(String seen, @Nullable Duration retryAfter) {
    return new Broken(
        Fault.THROTTLED,
        Again.AFTER_PAUSE,
        retryAfter == null ? seen : seen + ", retry after " + retryAfter.toSeconds() + " s",
        retryAfter,
        null);
  }

  Fault fault() {
    return fault;
  }

  Again again() {
    return again;
  }

  /** How long the source asked to wait; null when it did not say. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
