package dailyreport.adapters.s3;

import dailyreport.application.port.EventClaims;
import dailyreport.contract.EventClaimsContract;
import dailyreport.contract.TestClock;
import org.junit.jupiter.api.AutoClose;

class S3ProxyEventClaimsTest implements EventClaimsContract {
  @AutoClose private final S3ProxyServer s3 = S3ProxyServer.start();
  @AutoClose private final Bench bench = s3.bench();

  @Override
  public EventClaims claims() {
    return bench.tier.eventClaims();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
