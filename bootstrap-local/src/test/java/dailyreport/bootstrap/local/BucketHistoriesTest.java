package dailyreport.bootstrap.local;

import dailyreport.contract.CacheWorld;
import dailyreport.contract.history.RandomHistories;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

/** Random histories where the real adapters meet: few, for each takes a bucket and files. */
class BucketHistoriesTest extends RandomHistories {
  @TempDir private Path dir;
  private final AtomicInteger worlds = new AtomicInteger();

  @Override
  protected CacheWorld newWorld() {
    return new BucketWorld(dir.resolve("world-" + worlds.incrementAndGet()));
  }

  @Override
  protected int histories() {
    return 8;
  }
}
