package dailyreport.contract;

class InMemoryCacheScenariosTest extends CacheScenarios {
  @Override
  protected CacheWorld newWorld() {
    return new InMemoryCacheWorld();
  }
}
