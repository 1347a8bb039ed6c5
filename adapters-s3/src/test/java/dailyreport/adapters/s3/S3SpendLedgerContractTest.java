package dailyreport.adapters.s3;

import dailyreport.application.port.SpendLedger;
import dailyreport.contract.SpendLedgerContract;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import org.junit.jupiter.api.AutoClose;

class S3SpendLedgerContractTest implements SpendLedgerContract {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);

  @Override
  public SpendLedger ledger() {
    return bench.tier.spendLedger();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
