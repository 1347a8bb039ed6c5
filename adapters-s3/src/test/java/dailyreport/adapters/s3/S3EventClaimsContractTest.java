package dailyreport.adapters.s3;

import dailyreport.application.port.EventClaims;
import dailyreport.contract.EventClaimsContract;
import dailyreport.contract.TestClock;
import dailyreport.fakes3.FakeS3;
import org.junit.jupiter.api.AutoClose;

class S3EventClaimsContractTest implements EventClaimsContract {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);

  @Override
  public EventClaims claims() {
    return bench.tier.eventClaims();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
