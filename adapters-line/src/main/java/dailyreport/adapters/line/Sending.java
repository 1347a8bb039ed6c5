package dailyreport.adapters.line;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Messenger.Delivery;
import dailyreport.application.port.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The one place that repeats a request to LINE: faults.md, F65 to F73. Three attempts of 3 s; after
 * one that may have arrived a reply is tried once more only.
 */
final class Sending {
  private static final int ATTEMPTS = 3;
  private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(3);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /** Until then a token lives: a refused one was used up, by our own first attempt. */
  private static final Duration TOKEN_LIVES = Duration.ofSeconds(50);

  private final EventLog log;
  private final InstantSource clock;
  private final Pause pause;

  Sending(EventLog log, InstantSource clock, Pause pause) {
    this.log = log;
    this.clock = clock;
    this.pause = pause;
  }

  /** What became of a message, and the label its event carries. */
  record Sent(Delivery delivery, String outcome) {}

  /** A reply to an event of that instant. */
  Sent reply(Supplier<CompletableFuture<?>> request, Instant event, Deadline deadline) {
    return new Run(false, event, deadline).send(request);
  }

  /** A push; its retry key makes repeating safe. */
  Sent push(Supplier<CompletableFuture<?>> request, Instant event, Deadline deadline) {
    return new Run(true, event, deadline).send(request);
  }

  /** One request without repetition; whatever it came to. */
  Attempt once(Supplier<CompletableFuture<?>> request, Deadline deadline) {
    Instant start = clock.instant();
    Duration left = deadline.atMost(LONGEST_ATTEMPT, start).remaining(start);
    Attempt attempt =
        left.isZero() ? new Attempt.NotSent(Fault.TIMEOUT) : Attempt.make(request, left);
    log.record(
        new AppEvent.DependencyCall(
            "line", attempt.label(), Duration.between(start, clock.instant())));
    return attempt;
  }

  private final class Run {
    private final boolean keyed;
    private final Instant event;
    private final Deadline deadline;
    private boolean mayHaveArrived;
    private boolean waited;

    Run(boolean keyed, Instant event, Deadline deadline) {
      this.keyed = keyed;
      this.event = event;
      this.deadline = deadline;
    }

    Sent send(Supplier<CompletableFuture<?>> request) {
      Attempt last = new Attempt.NotSent(Fault.TIMEOUT);
      for (int left = ATTEMPTS; left > 0 && hasTime(); ) {
        last = once(request, deadline);
        switch (last) {
          case Attempt.Accepted _ -> {
            return new Sent(Delivery.DELIVERED, "ok");
          }
          case Attempt.Unsure(Fault fault) -> {
            boolean silent = fault != Fault.ERROR;
            left = silent && !keyed ? (mayHaveArrived ? 0 : 1) : left - 1;
            mayHaveArrived = true;
          }
          case Attempt.NotSent _ -> left--;
          case Attempt.Refused refused -> {
            Duration wait = refused.retryAfter().orElse(Duration.ZERO);
            if (refused.status() != 429 || refused.quota() || waited || !worthwhile(wait)) {
              return refused(refused);
            }
            waited = true;
            left--;
            again(wait, left);
            continue;
          }
        }
        again(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100, 400)), left);
      }
      return mayHaveArrived
          ? new Sent(Delivery.AMBIGUOUS, Fault.AMBIGUOUS.label())
          : new Sent(Delivery.REFUSED, last.label());
    }

    private boolean hasTime() {
      return !deadline.passed(clock.instant()) && !Thread.currentThread().isInterrupted();
    }

    private boolean worthwhile(Duration wait) {
      return wait.isPositive()
          && wait.compareTo(LONGEST_WAIT) <= 0
          && wait.compareTo(deadline.remaining(clock.instant())) < 0;
    }

    private void again(Duration wait, int left) {
      if (left > 0 && hasTime()) {
        log.record(new AppEvent.DependencyRetry("line"));
        try {
          pause.pause(wait);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private Sent refused(Attempt.Refused refused) {
      if (keyed && refused.status() == 409) {
        return new Sent(Delivery.DELIVERED, "ok");
      }
      if (refused.quota()) {
        return new Sent(Delivery.QUOTA, Fault.QUOTA.label());
      }
      if (mayHaveArrived) {
        // A used token within its life: the attempt before this one has arrived.
        boolean arrived =
            refused.status() == 400 && clock.instant().isBefore(event.plus(TOKEN_LIVES));
        return new Sent(
            arrived && !keyed ? Delivery.DELIVERED : Delivery.AMBIGUOUS, Fault.AMBIGUOUS.label());
      }
      return refused.status() == 400 && refused.token()
          ? new Sent(Delivery.TOKEN_DEAD, Fault.REFUSED.label())
          : new Sent(Delivery.REFUSED, refused.fault().label());
    }
  }
}
