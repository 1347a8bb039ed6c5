package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.Quotes;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ScriptedMarketDataTest implements MarketDataContract {
  private final ScriptedMarketData scripted =
      new ScriptedMarketData(InstantSource.fixed(Examples.NOW)).knowing(ExampleMarket.QUOTES);

  @Override
  public MarketData marketData() {
    return scripted;
  }

  @Override
  public MarketData brokenMarketData() {
    return scripted.failing(Fault.TIMEOUT);
  }

  @Test
  void everyCallIsCountedAndAFailureCanHeal() {
    var deadline = Deadline.in(Duration.ofSeconds(1), Examples.NOW);
    scripted.failing(Fault.THROTTLED).healed().quotes(ExampleMarket.UNKNOWN, deadline);
    assertThat(scripted.quotes(ExampleMarket.KNOWN, deadline)).isInstanceOf(Quotes.Found.class);
    assertThat(scripted.calls()).isEqualTo(2);
    assertThat(scripted.asked()).containsExactly("NOPE.SI", "D05.SI");
  }
}
