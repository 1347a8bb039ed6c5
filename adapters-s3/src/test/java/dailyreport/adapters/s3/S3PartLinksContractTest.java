package dailyreport.adapters.s3;

import dailyreport.application.port.PartLinks;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.PartLinksContract;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import org.junit.jupiter.api.AutoClose;

class S3PartLinksContractTest implements PartLinksContract {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);

  @Override
  public PartLinks links() {
    return bench.tier.partLinks();
  }

  @Override
  public SharedCache store() {
    return bench.tier.sharedCache();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
