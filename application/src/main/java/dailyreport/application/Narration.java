package dailyreport.application;

import dailyreport.application.cache.CallAllowance;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.Pause;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.GroundingCheck;
import dailyreport.domain.report.Injected;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.PlaceholderInjector;
import dailyreport.domain.report.TemplateNarrator;
import dailyreport.domain.report.Usage;
import dailyreport.domain.report.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Gets the narrative: the template first, so that the fallback is in hand, then the model's draft,
 * its values, its check, and at most one more call, a repair or a retry. Text that did not pass is
 * never returned, kept or logged.
 */
public final class Narration {
  private static final Duration FIRST_CAP = Duration.ofSeconds(45);
  private static final Duration SECOND_CAP = Duration.ofSeconds(30);

  /** A second call that cannot have its cap and some reserve is not begun. */
  private static final Duration SECOND_NEEDS = Duration.ofSeconds(35);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
  private static final Duration WAIT = Duration.ofMillis(800);

  /** After a bad key or an unpaid bill no call is made for this long: neither heals by itself. */
  private static final Duration SHUT = Duration.ofMinutes(15);

  private final Optional<Supplier<Narrator>> narrator;
  private final EventLog events;
  private final Pause pause;
  private final InstantSource clock;
  private final AtomicReference<Instant> shutUntil = new AtomicReference<>(Instant.MIN);

  private Narration(
      Optional<Supplier<Narrator>> narrator, EventLog events, Pause pause, InstantSource clock) {
    this.narrator = narrator;
    this.events = events;
    this.pause = pause;
    this.clock = clock;
  }

  /** By the template alone, because no model is configured. */
  public static Narration byTemplate(EventLog events, InstantSource clock) {
    return new Narration(Optional.empty(), events, _ -> {}, clock);
  }

  /**
   * By a model, with the template to fall back on.
   *
   * @param narrator made on first use: it loads the model's client
   */
  public static Narration byModel(
      Supplier<Narrator> narrator, EventLog events, Pause pause, InstantSource clock) {
    return new Narration(Optional.of(narrator), events, pause, clock);
  }

  /** A narrative that passed the check, and what it cost, calls in vain included. */
  record Told(Narrative narrative, Usage usage) {}

  Told tell(FactSheet facts, boolean suspect, CallAllowance allowance, Deadline deadline) {
    if (narrator.isEmpty()) {
      return new Told(TemplateNarrator.write(facts, Narrative.Author.TEMPLATE), Usage.none());
    }
    Narrative fallback = TemplateNarrator.write(facts, Narrative.Author.TEMPLATE_AFTER_FAILURE);
    if (suspect || clock.instant().isBefore(shutUntil.get())) {
      return new Told(fallback, Usage.none());
    }
    var conversation = new Conversation(narrator.get().get(), facts, allowance, deadline);
    Narrative narrative = conversation.narrative().orElse(fallback);
    if (conversation.usage.calls() > 0) {
      events.record(new AppEvent.ModelCalls(facts.key(), conversation.usage));
    }
    return new Told(narrative, conversation.usage);
  }

  /** What one call came to. */
  private sealed interface Turn {
    record Accepted(Narrative narrative) implements Turn {}

    record Rejected(Draft draft, List<Violation> violations) implements Turn {}

    record Failed(Fault fault, Duration retryAfter) implements Turn {}

    record NotAllowed() implements Turn {}
  }

  /** At most two calls about one report. */
  private final class Conversation {
    private final Narrator model;
    private final FactSheet facts;
    private final CallAllowance allowance;
    private final Deadline deadline;
    private Usage usage = Usage.none();

    Conversation(Narrator model, FactSheet facts, CallAllowance allowance, Deadline deadline) {
      this.model = model;
      this.facts = facts;
      this.allowance = allowance;
      this.deadline = deadline;
    }

    Optional<Narrative> narrative() {
      Turn first = turn(FIRST_CAP, by -> model.write(facts, by));
      Turn last =
          switch (first) {
            case Turn.Rejected(Draft draft, List<Violation> violations) when timeForMore() -> {
              events.record(new AppEvent.ModelRepair(facts.key()));
              yield turn(SECOND_CAP, by -> model.repair(facts, draft, violations, by));
            }
            case Turn.Failed(Fault fault, Duration retryAfter)
                when mayHeal(fault) && retryAfter.compareTo(LONGEST_WAIT) <= 0 && timeForMore() -> {
              events.record(new AppEvent.DependencyRetry("openai"));
              yield waited(retryAfter) ? turn(SECOND_CAP, by -> model.write(facts, by)) : first;
            }
            case Turn.Accepted _, Turn.Rejected _, Turn.Failed _, Turn.NotAllowed _ -> first;
          };
      return last instanceof Turn.Accepted(Narrative narrative)
          ? Optional.of(narrative)
          : Optional.empty();
    }

    private interface Call {
      Narrator.Written make(Deadline by);
    }

    private Turn turn(Duration cap, Call call) {
      if (deadline.passed(clock.instant()) || !allowance.take(deadline)) {
        return new Turn.NotAllowed();
      }
      try {
        Narrator.Written written = call.make(deadline.atMost(cap, clock.instant()));
        usage = usage.plus(written.usage());
        return judged(written.draft());
      } catch (PortException.Narration e) {
        usage = usage.plus(unknownCost());
        if (e.fault() == Fault.AUTH || e.fault() == Fault.QUOTA) {
          shutUntil.set(clock.instant().plus(SHUT));
        }
        return new Turn.Failed(e.fault(), e.retryAfter().orElse(WAIT));
      }
    }

    private Turn judged(Draft draft) {
      return switch (PlaceholderInjector.inject(draft, facts)) {
        case Injected.Rejected(List<Violation> violations) -> rejected(draft, violations);
        case Injected.Done(Narrative narrative) -> {
          List<Violation> violations = GroundingCheck.check(narrative, facts);
          yield violations.isEmpty() ? new Turn.Accepted(narrative) : rejected(draft, violations);
        }
      };
    }

    private Turn rejected(Draft draft, List<Violation> violations) {
      violations.stream()
          .map(Violation::reason)
          .distinct()
          .forEach(reason -> events.record(new AppEvent.GroundReject(facts.key(), reason)));
      return new Turn.Rejected(draft, violations);
    }

    private boolean timeForMore() {
      return deadline.remaining(clock.instant()).compareTo(SECOND_NEEDS) >= 0;
    }

    private boolean waited(Duration time) {
      try {
        pause.pause(time);
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** A call that failed counts, at a cost nobody knows. */
  private static Usage unknownCost() {
    return new Usage("", "", 1, 0, 0, 0, Optional.empty());
  }

  private static boolean mayHeal(Fault fault) {
    return switch (fault) {
      case TIMEOUT, THROTTLED, AMBIGUOUS, ERROR, MALFORMED -> true;
      case TRUNCATED,
          TOO_LARGE,
          NOT_FOUND,
          INSANE,
          DENIED,
          AUTH,
          REFUSED,
          CONFIG,
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
          false;
    };
  }
}
