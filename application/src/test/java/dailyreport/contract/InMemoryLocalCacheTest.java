package dailyreport.contract;

import dailyreport.application.port.LocalCache;

class InMemoryLocalCacheTest implements LocalCacheContract {
  @Override
  public LocalCache emptyCache() {
    return new InMemoryLocalCache();
  }
}
