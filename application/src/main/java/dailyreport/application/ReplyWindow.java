package dailyreport.application;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Incoming;
import java.time.Duration;
import java.time.Instant;

/**
 * How long an event can be answered, by its age: line.md, section 5.
 *
 * @param event UTC instant of the event
 */
public record ReplyWindow(Instant event) {
  /** At this age whoever still waits is told to. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** From this age the reply token is not used. */
  private static final Duration TOKEN = Duration.ofSeconds(50);

  /** From this age the event is ignored. */
  private static final Duration IGNORED = Duration.ofMinutes(20);

  /** The window of an event. */
  public static ReplyWindow of(Incoming incoming) {
    return new ReplyWindow(incoming.time());
  }

  /** The end of waiting for a report; 15 s of the token's minute are left for sending. */
  public Deadline patience() {
    return new Deadline(event.plus(PATIENCE));
  }

  /** Whether the reply token may be used. */
  public boolean open(Instant now) {
    return now.isBefore(event.plus(TOKEN));
  }

  /** Whether the event is too old for any answer. */
  public boolean over(Instant now) {
    return !now.isBefore(event.plus(IGNORED));
  }

  /** Age of the event; never negative. */
  public Duration age(Instant now) {
    return now.isBefore(event) ? Duration.ZERO : Duration.between(event, now);
  }
}
