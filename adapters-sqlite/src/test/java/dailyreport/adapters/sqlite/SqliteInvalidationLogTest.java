package dailyreport.adapters.sqlite;

import dailyreport.application.port.InvalidationLog;
import dailyreport.contract.InvalidationLogContract;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteInvalidationLogTest implements InvalidationLogContract {
  private final TestClock clock = TestClock.atNow();
  @TempDir private Path dir;
  private InvalidationLog log;

  @BeforeEach
  void open() {
    log = SqliteInvalidationLog.open(dir, clock, new RecordingEventLog());
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
