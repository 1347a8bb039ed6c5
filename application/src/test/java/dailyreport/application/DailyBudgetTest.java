package dailyreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.contract.InMemorySpendLedger;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailyBudgetTest {
  private static final LocalDate DAY = LocalDate.of(2025, 11, 11);

  private final TestClock clock = TestClock.atNow();
  private final RecordingEventLog events = new RecordingEventLog();
  private final InMemorySpendLedger ledger = new InMemorySpendLedger(clock);
  private final DailyBudget budget = budget();

  @Test
  void callsAreAllowedUntilTheCeilingIsReached() {
    budget.book(costing("0.99"));
    assertThat(allows(budget)).isTrue();
    budget.book(costing("0.01"));
    assertThat(allows(budget)).isFalse();
  }

  @Test
  void whatAnotherInstanceSpentCountsToo() {
    budget().book(costing("1"));
    assertThat(allows(budget)).isFalse();
  }

  @Test
  void aCallOfUnknownCostCountsForTheWorstOneAndNeverForNothing() {
    budget.book(new Usage("m", "p", 1, 0, 0, 0, Optional.empty()));
    assertThat(spent()).isEqualByComparingTo(DailyBudget.UNKNOWN_CALL_USD).isPositive();
  }

  @Test
  void aCallThatWasTurnedAwayIsNotEvenBooked() {
    budget.book(costing("0"));
    budget.book(Usage.none());
    assertThat(ledger.wire().calls()).isEmpty();
  }

  @Test
  void theDayEndsAtMidnightInBangkok() {
    clock.set(Instant.parse("2025-11-11T16:59:59Z"));
    budget.book(costing("1"));
    assertThat(allows(budget)).isFalse();
    clock.set(Instant.parse("2025-11-11T17:00:00Z"));
    assertThat(allows(budget)).isTrue();
  }

  @Test
  void withoutTheLedgerAProcessGoesByWhatItSpentItself() {
    ledger.wire().cut(Fault.TIMEOUT);
    budget.book(costing("0.6"));
    assertThat(allows(budget)).isTrue();
    budget.book(costing("0.6"));
    assertThat(allows(budget)).isFalse();
    assertThat(events.of(AppEvent.CacheError.class))
        .containsOnly(new AppEvent.CacheError(AppEvent.Tier.SHARED, "budget", Fault.TIMEOUT))
        .hasSize(4);
  }

  @Test
  void withoutTheLedgerTheLastSumItToldStillCounts() {
    budget().book(costing("0.9"));
    assertThat(allows(budget)).isTrue();
    ledger.wire().cut(Fault.PERMISSION);
    budget.book(costing("0.1"));
    assertThat(allows(budget)).isFalse();
  }

  @Test
  void whatCouldNotBeBookedCountsOnWhenTheLedgerIsBack() {
    ledger.wire().cut(Fault.ERROR);
    budget.book(costing("0.5"));
    ledger.wire().mend();
    budget.book(costing("0.5"));
    assertThat(allows(budget)).isFalse();
    assertThat(spent()).isEqualByComparingTo("0.5");
    assertThat(allows(budget())).isTrue();
  }

  @Test
  void zeroAllowsNoCallAndLessIsNoCeiling() {
    assertThat(allows(new DailyBudget(BigDecimal.ZERO, ledger, events, clock))).isFalse();
    assertThatThrownBy(() -> new DailyBudget(new BigDecimal("-1"), ledger, events, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private DailyBudget budget() {
    return new DailyBudget(BigDecimal.ONE, ledger, events, clock);
  }

  private boolean allows(DailyBudget asked) {
    return asked.allows(Deadline.in(Duration.ofSeconds(30), clock.instant()));
  }

  private BigDecimal spent() {
    return ledger.spent(DAY, Deadline.in(Duration.ofSeconds(30), clock.instant()));
  }

  private static Usage costing(String usd) {
    return new Usage("m", "p", 1, 100, 0, 10, Optional.of(new BigDecimal(usd)));
  }
}
