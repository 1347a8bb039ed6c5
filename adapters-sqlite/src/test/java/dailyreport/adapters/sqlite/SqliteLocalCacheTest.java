package dailyreport.adapters.sqlite;

import dailyreport.application.port.LocalCache;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.LocalCacheContract;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteLocalCacheTest implements LocalCacheContract {
  @TempDir private Path dir;

  @Override
  public LocalCache emptyCache() {
    return SqliteLocalCache.open(
        dir,
        SqliteLocalCache.DEFAULT_BYTES,
        new InMemoryReportCodec(),
        TestClock.atNow(),
        new RecordingEventLog());
  }
}
