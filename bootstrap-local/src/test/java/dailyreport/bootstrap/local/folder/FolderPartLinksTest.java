package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.PartLinks;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.PartLinksContract;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderPartLinksTest implements PartLinksContract {
  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;
  private FolderStore folder;

  @BeforeEach
  void open() {
    folder = new FolderStore(dir, clock);
  }

  @Override
  public PartLinks links() {
    return new FolderPartLinks(folder);
  }

  @Override
  public SharedCache store() {
    return new FolderSharedCache(folder, new InMemoryReportCodec(), clock);
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
