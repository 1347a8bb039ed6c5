package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.SpendLedger;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Spend ledger in memory; several instances under test may share one. */
public final class InMemorySpendLedger implements SpendLedger {
  private final Wire wire;
  private final Map<LocalDate, BigDecimal> sums = new HashMap<>();

  public InMemorySpendLedger(InstantSource clock) {
    this.wire = new Wire(clock);
  }

  /** What was asked of it, and the place to cut it off. */
  public Wire wire() {
    return wire;
  }

  @Override
  public synchronized BigDecimal spent(LocalDate day, Deadline deadline) {
    wire.pass("spent", day, deadline);
    return sums.getOrDefault(day, BigDecimal.ZERO);
  }

  @Override
  public synchronized BigDecimal add(LocalDate day, BigDecimal usd, Deadline deadline) {
    if (usd.signum() <= 0) {
      throw new IllegalArgumentException("an amount must be more than zero: " + usd);
    }
    wire.pass("add", day, deadline);
    return sums.merge(day, usd, BigDecimal::add);
  }
}
