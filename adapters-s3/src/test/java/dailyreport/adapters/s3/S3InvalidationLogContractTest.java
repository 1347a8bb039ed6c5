package dailyreport.adapters.s3;

import dailyreport.application.port.InvalidationLog;
import dailyreport.contract.InvalidationLogContract;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import org.junit.jupiter.api.AutoClose;

class S3InvalidationLogContractTest implements InvalidationLogContract {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);

  @Override
  public InvalidationLog log() {
    return bench.tier.invalidationLog();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
