package dailyreport.adapters.yahoo;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Pause;
import dailyreport.application.port.PortException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks at most twice: the only place of this adapter that repeats a request. What may be repeated,
 * and how, is market-data.md section 4 and faults.md section 5.
 */
final class Attempts {
  private static final System.Logger LOG = System.getLogger(Attempts.class.getName());

  /** A source that wants a longer wait is not asked again. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private static final int JITTER_FROM_MILLIS = 100;
  private static final int JITTER_TO_MILLIS = 300;

  private final BoundedHttp http;
  private final InstantSource clock;
  private final EventLog events;
  private final Pause pause;
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

  /** Makes a value of an answer. */
  @FunctionalInterface
  interface Reading<T> {
    /**
     * Reads it.
     *
     * @throws Broken when the answer is not what was asked for
     */
    T read(BoundedHttp.Reply reply) throws Broken;
  }

  Attempts(BoundedHttp http, InstantSource clock, EventLog events, Pause pause) {
    this.http = http;
    this.clock = clock;
    this.events = events;
    this.pause = pause;
  }

  /**
   * Asks, and asks once more where that can help and time allows.
   *
   * @param readingOfUsable sees answers that look usable: {@link Replies}
   * @throws PortException.Market when no attempt gave a usable answer
   */
  <T> T ask(Question question, Deadline deadline, Reading<T> readingOfUsable) {
    return askPlainly(question, deadline, reply -> Replies.readUsable(reply, readingOfUsable));
  }

  /** The same with a reading that sees answers of any status. */
  <T> T askPlainly(Question question, Deadline deadline, Reading<T> reading) {
    Breaker breaker = breakers.computeIfAbsent(question.dep(), dep -> new Breaker());
    try {
      admit(breaker, deadline);
      T value = twice(question, deadline, reading);
      breaker.succeeded();
      return value;
    } catch (Broken e) {
      if (ofTheSymbol(e.fault())) {
        breaker.succeeded();
      } else if (!Thread.currentThread().isInterrupted()) {
        breaker.failed(clock.instant());
      }
      throw new PortException.Market(e.fault(), question.what() + ": " + e.getMessage(), e);
    }
  }

  /** Whether the source is well and it is the symbol that is not; CONFIG: not in our plan. */
  private static boolean ofTheSymbol(Fault fault) {
    return fault == Fault.NOT_FOUND || fault == Fault.INSANE || fault == Fault.CONFIG;
  }

  private void admit(Breaker breaker, Deadline deadline) throws Broken {
    Instant now = clock.instant();
    if (deadline.passed(now)) {
      throw Broken.of(Fault.TIMEOUT, Broken.Again.NEVER, "no time left to ask");
    }
    if (!breaker.allows(now)) {
      throw Broken.of(Fault.BUSY, Broken.Again.NEVER, "left alone after repeated failures");
    }
  }

  private <T> T twice(Question question, Deadline deadline, Reading<T> reading) throws Broken {
    Pass pass = question.passFirst() ? question.gate().other(Pass.NONE, deadline) : Pass.NONE;
    try {
      return once(question, 1, pass, deadline, reading);
    } catch (Broken first) {
      Optional<Duration> wait = waitBeforeRepeat(first, deadline);
      if (wait.isEmpty()) {
        throw first;
      }
      pause(wait.get());
      if (first.again() == Broken.Again.WITH_NEW_PASS) {
        pass = question.gate().other(pass, deadline);
      }
      events.record(new AppEvent.DependencyRetry(question.dep()));
      return once(question, 2, pass, deadline, reading);
    }
  }

  /** One attempt, with its event; the reading sees answers of any status. */
  <T> T once(Question question, int attempt, Pass pass, Deadline deadline, Reading<T> reading)
      throws Broken {
    Instant start = clock.instant();
    String outcome = Fault.ERROR.label();
    try {
      T value = reading.read(fetch(question, attempt, pass, deadline));
      outcome = "ok";
      return value;
    } catch (Broken e) {
      outcome = e.fault().label();
      throw e;
    } finally {
      Duration took = Duration.between(start, clock.instant());
      events.record(new AppEvent.DependencyCall(question.dep(), outcome, took));
    }
  }

  private BoundedHttp.Reply fetch(Question question, int attempt, Pass pass, Deadline deadline)
      throws Broken {
    Map<String, String> headers = new HashMap<>(question.headers());
    if (!pass.isNone()) {
      headers.put("Cookie", pass.cookie());
    }
    Instant start = clock.instant();
    URI uri = question.aim().of(attempt, pass);
    Duration time = deadline.atMost(question.attempt(), start).remaining(start);
    BoundedHttp.Reply reply = http.get(uri, headers, question.most(), time);
    LOG.log(
        Level.DEBUG,
        () ->
            String.format(
                Locale.ROOT,
                "%s at %s: HTTP %d, %d bytes, %d ms",
                question.what(),
                uri.getHost(),
                reply.status(),
                reply.bytes(),
                Duration.between(start, clock.instant()).toMillis()));
    return reply;
  }

  /** How long to wait before the second attempt; empty when there must be none. */
  private Optional<Duration> waitBeforeRepeat(Broken seen, Deadline deadline) {
    Duration asked = seen.retryAfter();
    Duration wait =
        switch (seen.again()) {
          case NEVER -> LONGEST_WAIT.plusMillis(1);
          case AT_ONCE, WITH_NEW_PASS -> Duration.ZERO;
          case AFTER_PAUSE ->
              asked != null
                  ? asked
                  : Duration.ofMillis(
                      ThreadLocalRandom.current()
                          .nextInt(JITTER_FROM_MILLIS, JITTER_TO_MILLIS + 1));
        };
    boolean inTime = deadline.remaining(clock.instant()).compareTo(wait) > 0;
    return wait.compareTo(LONGEST_WAIT) <= 0 && inTime ? Optional.of(wait) : Optional.empty();
  }

  private void pause(Duration time) throws Broken {
    if (time.isZero()) {
      return;
    }
    try {
      pause.pause(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Broken.because(
          Fault.TIMEOUT, Broken.Again.NEVER, "interrupted before the second attempt", e);
    }
  }
}
