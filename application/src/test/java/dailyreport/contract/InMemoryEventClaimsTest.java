package dailyreport.contract;

import dailyreport.application.port.EventClaims;

class InMemoryEventClaimsTest implements EventClaimsContract {
  private final TestClock clock = TestClock.atNow();
  private final EventClaims claims = new InMemoryEventClaims(clock);

  @Override
  public EventClaims claims() {
    return claims;
  }

  @Override
  public TestClock clock() {
    return clock;
  }
}
