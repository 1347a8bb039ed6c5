package dailyreport.contract;

import dailyreport.application.port.SpendLedger;

class InMemorySpendLedgerTest implements SpendLedgerContract {
  private final TestClock clock = TestClock.atNow();
  private final SpendLedger ledger = new InMemorySpendLedger(clock);

  @Override
  public SpendLedger ledger() {
    return ledger;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
