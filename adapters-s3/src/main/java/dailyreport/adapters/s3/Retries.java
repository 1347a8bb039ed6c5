package dailyreport.adapters.s3;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Pause;
import dailyreport.application.port.PortException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The only place of this adapter that repeats a request; the SDK's own retries are off. Retries are
 * paid from a budget of a tenth of the calls, so that a store in trouble is not asked twice as
 * often as one in health.
 */
final class Retries {
  private static final int COST_OF_A_RETRY = 10;
  private static final int FULL_BUDGET = 10 * COST_OF_A_RETRY;

  private final InstantSource clock;
  private final EventLog events;
  private final Pause pause;
  private final int patience;
  private int budget = FULL_BUDGET;

  /**
   * Retries by a clock.
   *
   * @param patience factor for all limits: 1 in production, more where tests share a machine and
   *     only their deadlines shall matter
   */
  Retries(InstantSource clock, EventLog events, Pause pause, int patience) {
    this.clock = clock;
    this.events = events;
    this.pause = pause;
    this.patience = patience;
  }

  /** The earlier of the deadline and that much time from now. */
  Deadline atMost(Duration cap, Deadline deadline) {
    return deadline.atMost(cap.multipliedBy(patience), clock.instant());
  }

  /**
   * Sends a request within the limits and the deadline.
   *
   * @param what verb and key, for messages
   * @param request sends it once; what ends it in time is {@link HardLimit} alone, because
   *     time-outs of the SDK would only cost each request two timers
   * @throws PortException.Cache with the last attempt's fault; {@link Fault#BUSY} when the store
   *     reports a concurrent operation each time
   */
  <T> T run(String what, Limits limits, Deadline deadline, Supplier<T> request) {
    earn();
    Deadline end = atMost(limits.total(), deadline);
    Duration longest = limits.each().multipliedBy(patience);
    for (int attempt = 1; ; attempt++) {
      Duration left = end.remaining(clock.instant());
      if (left.isZero()) {
        throw failure(Fault.TIMEOUT, what, "no time left", null);
      }
      Duration time = left.compareTo(longest) < 0 ? left : longest;
      try {
        return HardLimit.run(time, request);
      } catch (SdkException e) {
        String seen = SdkFaults.seen(e) + " at attempt " + attempt;
        var failure = failure(SdkFaults.faultOf(e), what, seen, e);
        if (attempt == limits.attempts() || !SdkFaults.mayPass(e)) {
          throw failure;
        }
        pauseOrThrow(limits, end, failure);
      } catch (TimeoutException e) {
        String seen = "no answer within " + time.toMillis() + " ms at attempt " + attempt;
        var failure = failure(Fault.TIMEOUT, what, seen, e);
        if (attempt == limits.attempts()) {
          throw failure;
        }
        pauseOrThrow(limits, end, failure);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failure(Fault.TIMEOUT, what, "called off", e);
      }
    }
  }

  private static PortException.Cache failure(
      Fault fault, String what, String seen, @Nullable Throwable cause) {
    return new PortException.Cache(fault, "S3 " + what + ": " + seen, cause);
  }

  private void pauseOrThrow(Limits limits, Deadline end, PortException.Cache failure) {
    Duration wait = between(limits.pauseLow(), limits.pauseHigh());
    if (end.remaining(clock.instant()).compareTo(wait) <= 0 || !spend()) {
      throw failure;
    }
    try {
      pause.pause(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
    events.record(new AppEvent.DependencyRetry("s3"));
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
}
