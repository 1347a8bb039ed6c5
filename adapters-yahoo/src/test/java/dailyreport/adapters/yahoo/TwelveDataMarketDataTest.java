package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.application.port.Secret;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.MarketDataContract;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Underlying;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwelveDataMarketDataTest implements MarketDataContract {
  private static final String BARS = "/time_series";

  private final YahooStub stub = new YahooStub();

  @BeforeEach
  void serveBars() {
    stub.answer(BARS, fault(404, "**symbol** not found"));
    stub.answerWhere(BARS, "symbol", "D05", YahooStub.ok("twelvedata.json"));
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Override
  public MarketData marketData() {
    return TwelveDataMarketData.open(
        stub.base(), new Secret("canary-key"), YahooStub.CLOCK, stub.events, stub.pauses);
  }

  @Override
  public MarketData brokenMarketData() {
    stub.answer(BARS, YahooStub.status(500));
    return marketData();
  }

  @Test
  void theKeyTravelsInAHeaderOnly() {
    assertThat(marketData().quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
        .isInstanceOf(Quotes.Found.class);
    LoggedRequest request = stub.requests(BARS).getFirst();
    assertThat(request.getHeader("Authorization")).isEqualTo("apikey canary-key");
    assertThat(request.getUrl())
        .isEqualTo(
            "/time_series?interval=1day&order=ASC&adjust=splits&outputsize=680"
                + "&symbol=D05&mic_code=XSES");
    assertThat(stub.count()).isEqualTo(1);
  }

  @Test
  void anAmericanSymbolNeedsNoMarket() {
    var apple = new Underlying("BRK-B", Exchange.NYSE, "USD", Underlying.Kind.STOCK);
    marketData().quotes(apple, YahooStub.deadline());
    assertThat(stub.requests(BARS).getFirst().getUrl()).endsWith("&symbol=BRK-B");
  }

  @ParameterizedTest
  @CsvSource({
    "401, the key is wrong, DENIED",
    "404, symbol is available with the grow plan, QUOTA",
    "429, run out of credits, QUOTA",
    "500, something, MALFORMED"
  })
  void faultsWithStatus200AreFaultsAndAskedForOnce(int code, String message, Fault expected) {
    stub.answer(BARS, fault(code, message));
    PortException.Market refusal =
        catchThrowableOfType(
            PortException.Market.class,
            () -> marketData().quotes(ExampleMarket.KNOWN, YahooStub.deadline()));
    assertThat(refusal.fault()).isEqualTo(expected);
    assertThat(refusal.toString()).doesNotContain("canary", message);
    assertThat(stub.count()).isEqualTo(1);
  }

  private static ResponseDefinitionBuilder fault(int code, String message) {
    return aResponse()
        .withBody("{\"code\":" + code + ",\"message\":\"" + message + "\",\"status\":\"error\"}");
  }
}
