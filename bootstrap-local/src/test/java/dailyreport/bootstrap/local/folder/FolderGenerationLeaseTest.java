package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.GenerationLease;
import dailyreport.contract.GenerationLeaseContract;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderGenerationLeaseTest implements GenerationLeaseContract {
  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;
  private GenerationLease leases;

  @BeforeEach
  void open() {
    leases = new FolderGenerationLease(new FolderStore(dir, clock), clock);
  }

  @Override
  public GenerationLease leases() {
    return leases;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
