package dailyreport.bootstrap.local;

import dailyreport.application.port.SharedCache;
import dailyreport.contract.SharedCacheContract;
import dailyreport.contract.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The shared tier as it is wired: JSON in S3. */
class JsonSharedCacheTest implements SharedCacheContract {
  @TempDir private Path dir;
  private BucketWorld world;

  @BeforeEach
  void open() {
    world = new BucketWorld(dir);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public SharedCache cache() {
    return world.shared();
  }

  @Override
  public TestClock clock() {
    return world.clock;
  }
}
