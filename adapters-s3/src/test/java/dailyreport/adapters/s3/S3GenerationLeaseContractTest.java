package dailyreport.adapters.s3;

import dailyreport.application.port.GenerationLease;
import dailyreport.contract.GenerationLeaseContract;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import org.junit.jupiter.api.AutoClose;

class S3GenerationLeaseContractTest implements GenerationLeaseContract {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);

  @Override
  public GenerationLease leases() {
    return bench.tier.generationLease();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
