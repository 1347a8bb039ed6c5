package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.EventClaims;
import dailyreport.contract.EventClaimsContract;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderEventClaimsTest implements EventClaimsContract {
  private final TestClock clock = TestClock.atNow();
  @TempDir Path dir;
  private EventClaims claims;

  @BeforeEach
  void open() {
    claims = new FolderEventClaims(new FolderStore(dir, clock));
  }

  @Override
  public EventClaims claims() {
    return claims;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
