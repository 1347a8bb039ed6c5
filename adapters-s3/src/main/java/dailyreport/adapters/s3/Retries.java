package dailyreport.adapters.s3;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * The only place of this adapter that repeats a request; the SDK's own retries are off. Retries are
 * paid from a budget of a tenth of the calls, so that a store in trouble is not asked twice as
 * often as one in health.
 */
final class Retries {
  /** Waits; tests do not. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /** The answer's body was shorter or longer than it may be. */
  static final class WrongLength extends IOException {
    WrongLength(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private static final Set<Integer> WORTH_A_RETRY = Set.of(409, 429, 500, 502, 503, 504);
  private static final int COST_OF_A_RETRY = 10;
  private static final int FULL_BUDGET = 10 * COST_OF_A_RETRY;

  private final InstantSource clock;
  private final EventLog events;
  private final Pause pause;
  private int budget = FULL_BUDGET;

  Retries(InstantSource clock, EventLog events, Pause pause) {
    this.clock = clock;
    this.events = events;
    this.pause = pause;
  }

  /**
   * Sends a request within the limits and the deadline.
   *
   * @param what verb and key, for messages
   * @param request takes its time-outs and sends it once
   * @throws PortException.Cache with the last attempt's fault; {@link Fault#BUSY} when the store
   *     reports a concurrent operation each time
   */
  <T> T run(
      String what,
      Limits limits,
      Deadline deadline,
      Function<AwsRequestOverrideConfiguration, T> request) {
    earn();
    Deadline end = deadline.atMost(limits.total(), clock.instant());
    for (int attempt = 1; ; attempt++) {
      Duration left = end.remaining(clock.instant());
      if (left.isZero()) {
        throw new PortException.Cache(Fault.TIMEOUT, "S3 " + what + ": no time left", null);
      }
      try {
        return request.apply(timeouts(shorter(left, limits.each())));
      } catch (SdkException e) {
        var failure = failure(what, attempt, e);
        Duration wait = between(limits.pauseLow(), limits.pauseHigh());
        if (attempt == limits.attempts()
            || !worthARetry(e)
            || end.remaining(clock.instant()).compareTo(wait) <= 0
            || !spend()) {
          throw failure;
        }
        await(wait, failure);
        events.record(new AppEvent.DependencyRetry("s3"));
      }
    }
  }

  private static AwsRequestOverrideConfiguration timeouts(Duration time) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(time)
        .apiCallAttemptTimeout(time)
        .build();
  }

  private static PortException.Cache failure(String what, int attempt, SdkException e) {
    String seen =
        e instanceof SdkServiceException answer
            ? "HTTP " + answer.statusCode()
            : e.getClass().getSimpleName();
    return new PortException.Cache(
        faultOf(e), "S3 " + what + ": " + seen + " at attempt " + attempt, e);
  }

  private static Fault faultOf(SdkException e) {
    return switch (e) {
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ ->
          Fault.TIMEOUT;
      case SdkServiceException answer ->
          switch (answer.statusCode()) {
            case 401, 403 -> Fault.PERMISSION;
            case 409 -> Fault.BUSY;
            default -> Fault.ERROR;
          };
      default -> {
        if (causedBy(e, WrongLength.class)) {
          yield Fault.INVALID;
        }
        yield causedBy(e, SocketTimeoutException.class) ? Fault.TIMEOUT : Fault.ERROR;
      }
    };
  }

  private static boolean worthARetry(SdkException e) {
    return switch (e) {
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ -> true;
      case AbortedException _ -> false; // our own thread was interrupted: the work is called off
      case SdkServiceException answer -> WORTH_A_RETRY.contains(answer.statusCode());
      default -> causedBy(e, IOException.class); // not for missing credentials and the like
    };
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(type::isInstance);
  }

  private void await(Duration time, PortException.Cache failure) {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private synchronized void earn() {
    budget = Math.min(FULL_BUDGET, budget + 1);
  }

  private synchronized boolean spend() {
    if (budget < COST_OF_A_RETRY) {
      return false;
    }
    budget -= COST_OF_A_RETRY;
    return true;
  }

  private static Duration between(Duration low, Duration high) {
    return Duration.ofNanos(
        low.equals(high)
            ? low.toNanos()
            : ThreadLocalRandom.current().nextLong(low.toNanos(), high.toNanos()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
