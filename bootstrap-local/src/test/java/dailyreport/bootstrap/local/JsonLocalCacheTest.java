package dailyreport.bootstrap.local;

import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.application.port.LocalCache;
import dailyreport.contract.LocalCacheContract;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The local tier as it is wired: JSON in SQLite. */
class JsonLocalCacheTest implements LocalCacheContract {
  @TempDir private Path dir;

  @Override
  public LocalCache emptyCache() {
    return SqliteLocalCache.open(
        dir,
        SqliteLocalCache.DEFAULT_BYTES,
        BucketWorld.CODEC,
        TestClock.atNow(),
        new RecordingEventLog());
  }
}
