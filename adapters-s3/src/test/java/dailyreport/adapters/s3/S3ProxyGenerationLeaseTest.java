package dailyreport.adapters.s3;

import dailyreport.application.port.GenerationLease;
import dailyreport.contract.GenerationLeaseContract;
import dailyreport.contract.TestClock;
import org.junit.jupiter.api.AutoClose;

class S3ProxyGenerationLeaseTest implements GenerationLeaseContract {
  @AutoClose private final S3ProxyServer s3 = S3ProxyServer.start();
  @AutoClose private final Bench bench = s3.bench();

  @Override
  public GenerationLease leases() {
    return bench.tier.generationLease();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
