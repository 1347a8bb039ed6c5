package dailyreport.bootstrap.local;

import dailyreport.contract.CacheWorld;
import dailyreport.contract.scenarios.CacheScenarios;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios where the real adapters meet: SQLite, JSON and S3. */
@Timeout(60)
class BucketScenariosTest implements CacheScenarios {
  @TempDir private Path dir;
  private CacheWorld world;

  @BeforeEach
  void open() {
    world = new BucketWorld(dir);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public CacheWorld world() {
    return world;
  }
}
