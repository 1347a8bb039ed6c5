package dailyreport.adapters.s3;

import dailyreport.application.port.SpendLedger;
import dailyreport.contract.SpendLedgerContract;
import dailyreport.contract.TestClock;
import org.junit.jupiter.api.AutoClose;

class S3ProxySpendLedgerTest implements SpendLedgerContract {
  @AutoClose private final S3ProxyServer s3 = S3ProxyServer.start();
  @AutoClose private final Bench bench = s3.bench();

  @Override
  public SpendLedger ledger() {
    return bench.tier.spendLedger();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
