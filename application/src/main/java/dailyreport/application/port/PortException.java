package dailyreport.application.port;

import dailyreport.domain.report.Usage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A technology did not do its work. What the user caused or must hear of is a sealed result
 * instead; a bug is an unchecked JDK exception.
 *
 * <p>The message says what was attempted, on what, and what was seen; it never holds a secret, a
 * user id, a reply token or a message text.
 */
public abstract sealed class PortException extends RuntimeException {
  private final Fault fault;

  private PortException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** Class of the fault. */
  public Fault fault() {
    return fault;
  }

  /** A cache tier, lease, claim or invalidation log. Never a user's failure. */
  public static final class Cache extends PortException {
    public Cache(Fault fault, String message, @Nullable Throwable cause) {
      super(fault, message, cause);
    }
  }

  /** Prices, company figures or news. */
  public static final class Market extends PortException {
    public Market(Fault fault, String message, @Nullable Throwable cause) {
      super(fault, message, cause);
    }
  }

  /** The language model. */
  public static final class Narration extends PortException {
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<Usage> usage;

    public Narration(Fault fault, String message, @Nullable Throwable cause) {
      this(fault, message, cause, null);
    }

    public Narration(
        Fault fault, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
      this(fault, message, cause, retryAfter, null);
    }

    private Narration(
        Fault fault,
        String message,
        @Nullable Throwable cause,
        @Nullable Duration retryAfter,
        @Nullable Usage usage) {
      super(fault, message, cause);
      this.retryAfter = Optional.ofNullable(retryAfter);
      this.usage = Optional.ofNullable(usage);
    }

    /** The same fault of a call that is known to have cost this. */
    public Narration costing(Usage known) {
      return new Narration(
          fault(), String.valueOf(getMessage()), getCause(), retryAfter.orElse(null), known);
    }

    /**
     * How long the provider asked to wait before another call. With {@link Fault#CONFIG} it is the
     * narrator that asks: it has another model to try.
     */
    public Optional<Duration> retryAfter() {
      return retryAfter;
    }

    /** What the call cost; empty when no answer told it and the call may have cost something. */
    public Optional<Usage> usage() {
      return usage;
    }
  }

  /** Sending to a chat. */
  public static final class Messaging extends PortException {
    public Messaging(Fault fault, String message, @Nullable Throwable cause) {
      super(fault, message, cause);
    }
  }

  /** The job queue. */
  public static final class Queue extends PortException {
    public Queue(Fault fault, String message, @Nullable Throwable cause) {
      super(fault, message, cause);
    }
  }

  /** Chart or PDF. */
  public static final class Rendering extends PortException {
    public Rendering(Fault fault, String message, @Nullable Throwable cause) {
      super(fault, message, cause);
    }
  }
}
