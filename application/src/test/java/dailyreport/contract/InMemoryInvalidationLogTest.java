package dailyreport.contract;

import dailyreport.application.port.InvalidationLog;

class InMemoryInvalidationLogTest implements InvalidationLogContract {
  private final TestClock clock = TestClock.atNow();
  private final InvalidationLog log = new InMemoryInvalidationLog(clock);

  @Override
  public InvalidationLog log() {
    return log;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
