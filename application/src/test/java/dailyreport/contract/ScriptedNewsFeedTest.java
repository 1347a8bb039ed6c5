package dailyreport.contract;

import dailyreport.application.port.Fault;
import dailyreport.application.port.NewsFeed;
import java.time.InstantSource;

class ScriptedNewsFeedTest implements NewsFeedContract {
  private final ScriptedNewsFeed scripted =
      new ScriptedNewsFeed(InstantSource.fixed(Examples.NOW))
          .knowing(ExampleMarket.KNOWN, ExampleMarket.NEWS.reversed());

  @Override
  public NewsFeed newsFeed() {
    return scripted;
  }

  @Override
  public NewsFeed brokenNewsFeed() {
    return scripted.failing(Fault.TIMEOUT);
  }
}
