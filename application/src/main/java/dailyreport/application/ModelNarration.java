package dailyreport.application;

import dailyreport.application.cache.CallAllowance;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.NarratorBreaker;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Has the model write a narrative, when one is configured, not paused and not busy. Faults and
 * limits: faults.md, rows F24 to F41.
 */
public final class ModelNarration {
  /** All calls of one report together. */
  private static final Duration MODEL = Duration.ofSeconds(75);

  /** A call with less time than this is not worth waiting for a slot. */
  private static final Duration LEAST = Duration.ofSeconds(35);

  private final Supplier<Optional<Narrator>> narrator;
  private final GenerationBudget budget;
  private final DailyBudget money;
  private final EventLog events;
  private final InstantSource clock;
  private final Waiting waiting;
  private final NarratorBreaker breaker;

  /**
   * Narration by this model.
   *
   * @param narrator asked when the first narrative is due; empty when no model is configured
   * @param budget bounds the calls at once
   * @param money bounds the cost of a day
   */
  public ModelNarration(
      Supplier<Optional<Narrator>> narrator,
      GenerationBudget budget,
      DailyBudget money,
      EventLog events,
      InstantSource clock,
      Waiting waiting) {
    this.narrator = narrator;
    this.budget = budget;
    this.money = money;
    this.events = events;
    this.clock = clock;
    this.waiting = waiting;
    this.breaker = new NarratorBreaker(clock);
  }

  /**
   * What came of it.
   *
   * @param narrative checked; empty when the template must stand
   * @param wanted whether a model is configured, so that a template is a failure and not a choice
   * @param usage of every call, accepted or not
   */
  record Attempt(Optional<Narrative> narrative, boolean wanted, Usage usage) {}

  /** No call is made, because the data are not to be trusted with one. */
  Attempt withheld() {
    return new Attempt(Optional.empty(), narrator.get().isPresent(), Usage.none());
  }

  /** At most two calls, and none without allowance or above the day's ceiling. */
  Attempt write(FactSheet facts, CallAllowance allowance, Deadline deadline) {
    Optional<Narrator> model = narrator.get();
    Instant now = clock.instant();
    if (model.isEmpty() || !breaker.allows()) {
      return withheld();
    }
    Deadline all = deadline.atMost(MODEL, now);
    Duration patience = all.remaining(now).minus(LEAST);
    try (var slot = budget.modelSlot(patience.isNegative() ? Duration.ZERO : patience)) {
      if (!slot.granted()) {
        events.record(new AppEvent.BudgetDenied("model"));
        return withheld();
      }
      var conversation =
          new Conversation(
              model.get(), breaker, facts, allowance, money, all, events, clock, waiting);
      Optional<Narrative> narrative = conversation.narrative();
      return new Attempt(narrative, true, conversation.usage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return withheld();
    }
  }
}
