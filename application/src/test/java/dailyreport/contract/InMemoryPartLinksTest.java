package dailyreport.contract;

import dailyreport.application.port.PartLinks;
import dailyreport.application.port.SharedCache;

class InMemoryPartLinksTest implements PartLinksContract {
  private final TestClock clock = TestClock.atNow();
  private final SharedCache store = new InMemorySharedCache(clock);
  private final PartLinks links = new InMemoryPartLinks(store, clock);

  @Override
  public PartLinks links() {
    return links;
  }

  @Override
  public SharedCache store() {
    return store;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
