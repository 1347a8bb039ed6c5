package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.InvalidationLog;
import dailyreport.contract.InvalidationLogContract;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderInvalidationLogTest implements InvalidationLogContract {
  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;
  private InvalidationLog log;

  @BeforeEach
  void open() {
    log = new FolderInvalidationLog(new FolderStore(dir, clock), clock);
  }

  @Override
  public InvalidationLog log() {
    return log;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
