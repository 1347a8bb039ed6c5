package dailyreport.application;

import dailyreport.application.cache.CallAllowance;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.Narrator.Written;
import dailyreport.application.port.NarratorBreaker;
import dailyreport.application.port.PortException;
import dailyreport.domain.grounding.GroundingCheck;
import dailyreport.domain.grounding.Injected;
import dailyreport.domain.grounding.PlaceholderInjector;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * One report's talk with the model: a draft, and after it one retry or one repair, never both.
 * Rejected text is kept nowhere.
 */
final class Conversation {
  private static final Duration FIRST_CALL = Duration.ofSeconds(45);
  private static final Duration SECOND_CALL = Duration.ofSeconds(30);

  /** After a time-out a second call is made only with this much time left. */
  private static final Duration WORTH_A_RETRY = Duration.ofSeconds(35);

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(3);

  private final Narrator narrator;
  private final NarratorBreaker breaker;
  private final FactSheet facts;
  private final CallAllowance allowance;
  private final DailyBudget budget;
  private final Deadline deadline;
  private final EventLog events;
  private final InstantSource clock;
  private final Waiting waiting;
  private Usage usage = Usage.none();
  private Optional<PortException.Narration> fault = Optional.empty();

  Conversation(
      Narrator narrator,
      NarratorBreaker breaker,
      FactSheet facts,
      CallAllowance allowance,
      DailyBudget budget,
      Deadline deadline,
      EventLog events,
      InstantSource clock,
      Waiting waiting) {
    this.narrator = narrator;
    this.breaker = breaker;
    this.facts = facts;
    this.allowance = allowance;
    this.budget = budget;
    this.deadline = deadline;
    this.events = events;
    this.clock = clock;
    this.waiting = waiting;
  }

  /** A checked draft with its values, if the model delivered one. */
  private record Checked(Optional<Narrative> narrative, List<Violation> violations) {}

  Usage usage() {
    return usage;
  }

  /** Holds the talk. */
  Optional<Narrative> narrative() throws InterruptedException {
    Optional<Written> draft = call(FIRST_CALL, until -> narrator.write(facts, until));
    if (draft.isEmpty()) {
      return retried().flatMap(second -> check(second).narrative());
    }
    Checked first = check(draft.get());
    if (first.narrative().isPresent()) {
      return first.narrative();
    }
    events.record(new AppEvent.ModelRepair(facts.key()));
    return call(
            SECOND_CALL,
            until -> narrator.repair(facts, draft.get().draft(), first.violations(), until))
        .flatMap(second -> check(second).narrative());
  }

  private Optional<Written> retried() throws InterruptedException {
    Optional<Duration> pause = fault.flatMap(this::pauseBeforeRetry);
    if (pause.isEmpty()) {
      return Optional.empty();
    }
    if (pause.get().isPositive()) {
      waiting.pause(pause.get());
    }
    events.record(new AppEvent.DependencyRetry("openai"));
    return call(SECOND_CALL, until -> narrator.write(facts, until));
  }

  private Optional<Written> call(Duration cap, Function<Deadline, Written> ask) {
    fault = Optional.empty();
    Instant now = clock.instant();
    if (deadline.passed(now)) {
      events.record(new AppEvent.DeadlineMissed("llm"));
      return Optional.empty();
    }
    if (!breaker.allows()) {
      // Another report's call was refused while this one waited or was being written.
      return Optional.empty();
    }
    if (!budget.allows(deadline)) {
      events.record(new AppEvent.BudgetDenied("day"));
      return Optional.empty();
    }
    if (!allowance.take(deadline)) {
      events.record(new AppEvent.BudgetDenied("calls"));
      return Optional.empty();
    }
    try {
      Written written = ask.apply(deadline.atMost(cap, clock.instant()));
      paid(written.usage());
      return Optional.of(written);
    } catch (PortException.Narration e) {
      fault = Optional.of(e);
      breaker.saw(e.fault());
      paid(e.usage().orElseGet(() -> costOf(e.fault())));
      return Optional.empty();
    }
  }

  private void paid(Usage call) {
    usage = usage.plus(call);
    budget.book(call);
  }

  private Checked check(Written written) {
    Checked checked =
        switch (PlaceholderInjector.inject(written.draft(), facts)) {
          case Injected.Rejected(var violations) -> new Checked(Optional.empty(), violations);
          case Injected.Done(var narrative) -> {
            List<Violation> violations = GroundingCheck.check(narrative, facts);
            yield new Checked(
                violations.isEmpty() ? Optional.of(narrative) : Optional.empty(), violations);
          }
        };
    checked.violations().stream()
        .map(Violation::reason)
        .distinct()
        .forEach(reason -> events.record(new AppEvent.GroundReject(facts.key(), reason)));
    return checked;
  }

  /** How long to wait before the one retry; empty when asking again cannot help. */
  private Optional<Duration> pauseBeforeRetry(PortException.Narration e) {
    return switch (e.fault()) {
      case TIMEOUT ->
          deadline.remaining(clock.instant()).compareTo(WORTH_A_RETRY) >= 0
              ? Optional.of(Duration.ZERO)
              : Optional.empty();
      case THROTTLED ->
          Optional.of(e.retryAfter().orElse(Duration.ofSeconds(1)))
              .filter(asked -> asked.compareTo(LONGEST_RETRY_AFTER) <= 0);
      case ERROR ->
          Optional.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(500, 1_501)));
      // The model was not found: asking again helps only where the narrator has another one.
      case CONFIG -> e.retryAfter();
      case AMBIGUOUS, TRUNCATED, MALFORMED -> Optional.of(Duration.ZERO);
      case TOO_LARGE,
          NOT_FOUND,
          INSANE,
          DENIED,
          AUTH,
          REFUSED,
          QUOTA,
          GONE,
          PERMISSION,
          BUSY,
          FULL,
          CORRUPT,
          INVALID,
          METADATA,
          CLOCK,
          OOM,
          ENOSPC ->
          Optional.empty();
    };
  }

  /** What may have been billed has an unknown cost; what was turned away at the door has none. */
  private static Usage costOf(Fault fault) {
    boolean turnedAway =
        switch (fault) {
          case THROTTLED, DENIED, AUTH, CONFIG, QUOTA, NOT_FOUND -> true;
          default -> false;
        };
    return new Usage(
        "", "", 1, 0, 0, 0, turnedAway ? Optional.of(BigDecimal.ZERO) : Optional.empty());
  }
}
