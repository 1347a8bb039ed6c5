package dailyreport.bootstrap.local.folder;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.SharedCacheContract;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderSharedCacheTest implements SharedCacheContract {
  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;
  private SharedCache cache;

  @BeforeEach
  void open() {
    cache = new FolderSharedCache(new FolderStore(dir, clock), JacksonReportCodec.open(), clock);
  }

  @Override
  public SharedCache cache() {
    return cache;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
