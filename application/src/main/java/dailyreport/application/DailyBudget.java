package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SpendLedger;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * The ceiling on what the model may cost on one Bangkok day. A call is asked for before it is made
 * and booked after it has ended, so the ceiling is overshot by at most the calls in flight: {@link
 * dailyreport.application.cache.GenerationBudget#MODEL_CALLS_AT_ONCE} for each instance.
 *
 * <p>A ledger that cannot be used is nobody's fault who asks for a report: this process then goes
 * by the last sum it saw and by what it spent itself since, and so never spends more than the
 * ceiling on its own.
 */
public final class DailyBudget {
  /** Ceiling where none is set: clarifications, point 9. */
  public static final BigDecimal DEFAULT_USD = new BigDecimal("5");

  /**
   * What a call of unknown cost counts for: a repair of 6,000 input tokens and 2,500 output tokens
   * at the list price of gpt-4o (2.50 and 10.00 USD per million) is 0.04 USD, rounded up.
   */
  public static final BigDecimal UNKNOWN_CALL_USD = new BigDecimal("0.05");

  /** The model has taken its seconds; the ledger must not take more. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final BigDecimal ceilingUsd;
  private final SpendLedger ledger;
  private final EventLog events;
  private final InstantSource clock;
  private LocalDate day = LocalDate.MIN;
  private BigDecimal known = BigDecimal.ZERO;
  private BigDecimal unbooked = BigDecimal.ZERO;

  /**
   * A budget.
   *
   * @param ceilingUsd US dollars a day; zero allows no call
   */
  public DailyBudget(
      BigDecimal ceilingUsd, SpendLedger ledger, EventLog events, InstantSource clock) {
    if (ceilingUsd.signum() < 0) {
      throw new IllegalArgumentException("a ceiling must not be negative: " + ceilingUsd);
    }
    this.ceilingUsd = ceilingUsd;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /** Whether another call may be made today. */
  boolean allows(Deadline deadline) {
    LocalDate today = today();
    try {
      BigDecimal seen = ledger.spent(today, deadline.atMost(PATIENCE, clock.instant()));
      return sum(today, seen, BigDecimal.ZERO).compareTo(ceilingUsd) < 0;
    } catch (PortException.Cache e) {
      tell(e);
      return sum(today, BigDecimal.ZERO, BigDecimal.ZERO).compareTo(ceilingUsd) < 0;
    }
  }

  /** Books a call that was made, whatever came of it; also after the deadline of the work. */
  void book(Usage call) {
    BigDecimal usd =
        call.costUsd().orElseGet(() -> UNKNOWN_CALL_USD.multiply(BigDecimal.valueOf(call.calls())));
    if (usd.signum() <= 0) {
      return;
    }
    LocalDate today = today();
    try {
      BigDecimal seen = ledger.add(today, usd, Deadline.in(PATIENCE, clock.instant()));
      sum(today, seen, BigDecimal.ZERO);
    } catch (PortException.Cache e) {
      tell(e);
      // Booked after all, it is counted twice here until midnight: that errs towards the template.
      sum(today, BigDecimal.ZERO, usd);
    }
  }

  /** What is known to be spent today, after what was just learned; a sum never falls in a day. */
  private synchronized BigDecimal sum(LocalDate today, BigDecimal seen, BigDecimal notBooked) {
    if (!today.equals(day)) {
      day = today;
      known = BigDecimal.ZERO;
      unbooked = BigDecimal.ZERO;
    }
    known = known.max(seen);
    unbooked = unbooked.add(notBooked);
    return known.add(unbooked);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Figures.BANGKOK);
  }

  private void tell(PortException.Cache e) {
    events.record(new AppEvent.CacheError(AppEvent.Tier.SHARED, "budget", e.fault()));
  }
}
