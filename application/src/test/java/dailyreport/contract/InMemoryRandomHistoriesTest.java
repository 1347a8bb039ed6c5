package dailyreport.contract;

class InMemoryRandomHistoriesTest extends RandomHistories {
  @Override
  protected CacheWorld newWorld() {
    return new InMemoryCacheWorld();
  }

  @Override
  protected LeftBehind leftBehind() {
    return (world, key, part) -> ((InMemorySharedCache) world.shared()).leaveBehind(key, part);
  }
}
