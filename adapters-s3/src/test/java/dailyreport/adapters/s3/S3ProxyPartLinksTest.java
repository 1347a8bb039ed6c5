package dailyreport.adapters.s3;

import dailyreport.application.port.PartLinks;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.PartLinksContract;
import dailyreport.contract.TestClock;
import org.junit.jupiter.api.AutoClose;

class S3ProxyPartLinksTest implements PartLinksContract {
  @AutoClose private final S3ProxyServer s3 = S3ProxyServer.start();
  @AutoClose private final Bench bench = s3.bench();

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
