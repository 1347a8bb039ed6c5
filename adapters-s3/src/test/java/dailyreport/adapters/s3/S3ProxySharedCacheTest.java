package dailyreport.adapters.s3;

import dailyreport.application.port.SharedCache;
import dailyreport.contract.SharedCacheContract;
import dailyreport.contract.TestClock;
import org.junit.jupiter.api.AutoClose;

class S3ProxySharedCacheTest implements SharedCacheContract {
  @AutoClose private final S3ProxyServer s3 = S3ProxyServer.start();
  @AutoClose private final Bench bench = s3.bench();

  @Override
  public SharedCache cache() {
    return bench.tier.sharedCache();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
