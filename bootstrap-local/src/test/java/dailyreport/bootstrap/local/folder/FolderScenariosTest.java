package dailyreport.bootstrap.local.folder;

import dailyreport.contract.CacheWorld;
import dailyreport.contract.scenarios.CacheScenarios;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios where a folder plays the bucket. */
@Timeout(60)
class FolderScenariosTest implements CacheScenarios {
  @TempDir private Path dir;
  private CacheWorld world;

  @BeforeEach
  void open() {
    world = new FolderWorld(dir);
  }

  @Override
  public CacheWorld world() {
    return world;
  }
}
