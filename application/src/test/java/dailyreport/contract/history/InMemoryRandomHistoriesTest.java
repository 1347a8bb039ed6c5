package dailyreport.contract.history;

import dailyreport.contract.CacheWorld;
import dailyreport.contract.InMemoryCacheWorld;

class InMemoryRandomHistoriesTest extends RandomHistories {
  @Override
  protected CacheWorld newWorld() {
    return new InMemoryCacheWorld();
  }
}
