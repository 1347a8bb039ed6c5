package dailyreport.adapters.s3;

import dailyreport.application.port.InvalidationLog;
import dailyreport.contract.InvalidationLogContract;
import dailyreport.contract.TestClock;
import org.junit.jupiter.api.AutoClose;

class S3ProxyInvalidationLogTest implements InvalidationLogContract {
  @AutoClose private final S3ProxyServer s3 = S3ProxyServer.start();
  @AutoClose private final Bench bench = s3.bench();

  @Override
  public InvalidationLog log() {
    return bench.tier.invalidationLog();
  }

  @Override
  public TestClock clock() {
    return bench.clock;
  }
}
