package dailyreport.contract.scenarios;

import dailyreport.contract.CacheWorld;
import dailyreport.contract.InMemoryCacheWorld;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;

/** The scenarios on the stand-ins. */
@Timeout(60)
class InMemoryCacheScenariosTest implements CacheScenarios {
  @AutoClose private final CacheWorld world = new InMemoryCacheWorld();

  @Override
  public CacheWorld world() {
    return world;
  }
}
