package dailyreport.application.port;

import java.time.Duration;
import java.time.Instant;

/**
 * The instant at which work must have ended. Made once for an invocation and passed down.
 *
 * @param at UTC
 */
public record Deadline(Instant at) {

  /** A deadline that far from now. */
  public static Deadline in(Duration time, Instant now) {
    return new Deadline(now.plus(time));
  }

  /** Time left; zero when it has passed, never negative. */
  public Duration remaining(Instant now) {
    return now.isBefore(at) ? Duration.between(now, at) : Duration.ZERO;
  }

  /** Whether no time is left. */
  public boolean passed(Instant now) {
    return !now.isBefore(at);
  }

  /** The earlier of this deadline and {@code now + cap}. */
  public Deadline atMost(Duration cap, Instant now) {
    Instant capped = now.plus(cap);
    return capped.isBefore(at) ? new Deadline(capped) : this;
  }
}
