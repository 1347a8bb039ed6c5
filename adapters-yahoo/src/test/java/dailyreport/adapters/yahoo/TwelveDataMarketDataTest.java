package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwelveDataMarketDataTest implements MarketDataContract {
  private static final String BARS = "/time_series";
  private static final String BODY = Constructed.body("twelvedata.json");

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
    assertThat(marketData().quotes(apple, YahooStub.deadline())).isEqualTo(new Quotes.Unknown());
    assertThat(stub.requests(BARS).getFirst().getUrl()).endsWith("&symbol=BRK-B");
  }

  @ParameterizedTest
  @CsvSource({
    "7974.T, TSE, JPY, Asia/Tokyo, symbol=7974&mic_code=XJPX",
    "0700.HK, HKEX, HKD, Asia/Hong_Kong, symbol=0700&mic_code=XHKG",
    "VNM.VN, HOSE, VND, Asia/Ho_Chi_Minh, symbol=VNM&mic_code=XSTC",
    "0050.TW, TWSE, TWD, Asia/Taipei, symbol=0050&mic_code=XTAI",
    "MSN.HM, HAM, EUR, Europe/Berlin, symbol=MSN&mic_code=XHAM",
    "NVDA, NASDAQ, USD, America/New_York, symbol=NVDA"
  })
  void everyExchangeIsAskedForByItsMarketCode(
      String symbol, Exchange exchange, String currency, String zone, String asked) {
    var underlying = new Underlying(symbol, exchange, currency, Underlying.Kind.STOCK);
    answer(
        200,
        BODY.replace("\"D05\"", "\"" + symbol.split("\\.")[0] + "\"")
            .replace("SGD", currency)
            .replace("Asia/Singapore", zone));
    var found = (Quotes.Found) marketData().quotes(underlying, YahooStub.deadline());
    assertThat(found.prices().currency()).isEqualTo(currency);
    assertThat(found.prices().source()).isEqualTo("twelvedata");
    assertThat(found.prices().adjusted()).isFalse();
    assertThat(stub.requests(BARS).getFirst().getUrl()).endsWith("&" + asked);
  }

  @Test
  void newestFirstIsTurnedRound() throws JsonProcessingException {
    var json = JsonMapper.builder().build();
    var answer = (ObjectNode) json.readTree(BODY);
    ArrayNode turned = json.createArrayNode();
    answer.path("values").forEach(value -> turned.insert(0, value));
    answer.set("values", turned);
    answer(200, answer.toString());
    knownSymbolGivesItsBarsOldestFirst();
  }

  @Test
  void aFigureThatIsNoneMakesABadRow() {
    for (String text :
        new String[] {"null", "\"\"", "\"n/a\"", "\"-52.5\"", "\"0\"", "\"1e9\"", "{}"}) {
      answer(200, oftenEnough(BODY).replace("\"52.50000\"", text));
      assertThat(found().prices().bad()).as(text).containsExactly(LocalDate.parse("2025-11-06"));
    }
    assertThat(stub.count()).isEqualTo(7);
  }

  @Test
  void aFewBarsWithoutVolumeAreLeftOutAndNoVolumeAtAllIsNoHistory() {
    answer(200, oftenEnough(BODY).replaceFirst("\\s*\"volume\": \"3900000\"", "\"x\":1"));
    assertThat(found().prices().bad()).hasSize(1);
    answer(200, oftenEnough(BODY).replace("\"volume\"", "\"x\""));
    assertThat(refusal().fault()).isEqualTo(Fault.INSANE);
    assertThat(stub.count()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          another symbol    | "D05"            | "D06"              | INSANE
          another market    | Asia/Singapore   | America/New_York   | INSANE
          no market         | exchange_time    | other_time         | INSANE
          pence             | SGD              | GBp                | INSANE
          pence as GBX      | SGD              | GBX                | INSANE
          agorot            | SGD              | ILA                | INSANE
          no currency       | "currency"       | "other"            | INSANE
          most rows bad     | .00000"          | .x"                | INSANE
          no status         | "status": "ok"   | "other": "ok"      | MALFORMED
          a time            | 2025-11-06       | 2025-11-06 09:00:00 | MALFORMED
          """)
  void whatIsNotTheBarsWeAskedForIsRefusedAndNotAskedForAgain(
      String what, String from, String to, Fault expected) {
    answer(200, BODY.replace(from, to));
    assertThat(refusal().fault()).isEqualTo(expected);
    assertThat(stub.count()).isEqualTo(1);
  }

  @Test
  void noValuesAreNoBar() {
    answer(200, BODY.replaceAll("(?s)\"values\": \\[.*]", "\"values\": []"));
    assertThat(marketData().quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
        .isEqualTo(new Quotes.Unknown());
  }

  /** Texts as users of the service have published them; the status is the code or 200. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | **symbol** not found: D05. Please specify it correctly         | NOT_FOUND | 1
          400 | Invalid **interval** provided: 0.99min                         | MALFORMED | 1
          401 | **apikey** parameter is incorrect or not specified             | DENIED    | 1
          403 | API key lacks permissions                                      | DENIED    | 1
          403 | D05 is available starting with the Pro plan                    | CONFIG    | 1
          404 | **symbol** or **figi** parameter is missing or invalid         | NOT_FOUND | 1
          404 | This symbol is available starting with the Grow or Venture plan | CONFIG   | 1
          404 | This symbol is not available with your plan                    | CONFIG    | 1
          414 | too long                                                       | MALFORMED | 1
          429 | You have run out of API credits for the current minute         | QUOTA     | 1
          429 | You have run out of API credits for the day. Upgrade your plan | QUOTA     | 1
          500 | something                                                      | ERROR     | 2
          """)
  void aRefusalIsReadFromTheBodyWhateverTheStatus(
      int code, String message, Fault expected, int requests) {
    for (int status : new int[] {200, code}) {
      stub.answer(BARS, fault(code, message).withStatus(status));
      int before = stub.count();
      if (expected == Fault.NOT_FOUND) {
        assertThat(marketData().quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
            .isEqualTo(new Quotes.Unknown());
      } else {
        PortException.Market refusal = refusal();
        assertThat(refusal.fault()).isEqualTo(expected);
        assertThat(refusal.toString()).doesNotContain("canary", message);
      }
      assertThat(stub.count() - before).as("HTTP " + status).isEqualTo(requests);
    }
    assertThat(stub.pauses.all()).hasSize(requests == 2 ? 2 : 0);
    assertThat(stub.events.all().toString()).doesNotContain("canary", message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "500, ERROR, 2",
    "503, ERROR, 2",
    "429, THROTTLED, 2",
    "401, DENIED, 1",
    "302, REFUSED, 1",
    "404, MALFORMED, 2",
    "reset, TRUNCATED, 2",
    "cut JSON, TRUNCATED, 2",
    "consent page, MALFORMED, 2",
    "no JSON, MALFORMED, 2",
    "other JSON, MALFORMED, 1",
    "3 MB, TOO_LARGE, 1"
  })
  void whatIsNoAnswerOfTheServiceAtAllIsTreatedLikeYahoos(
      String phrase, Fault expected, int requests) {
    stub.answer(BARS, Conduct.of(phrase));
    assertThat(refusal().fault()).isEqualTo(expected);
    assertThat(stub.count()).isEqualTo(requests);
    assertThat(stub.events.outcomes("twelvedata")).hasSize(requests);
  }

  @Test
  void whatAPlanDoesNotCoverIsNoFailureOfTheService() {
    MarketData source = marketData();
    stub.answer(BARS, fault(404, "This symbol is available starting with the Pro plan"));
    for (int i = 0; i < 7; i++) {
      assertThat(refusal(source).fault()).isEqualTo(Fault.CONFIG);
    }
    stub.answer(BARS, fault(429, "You have run out of API credits"));
    for (int i = 0; i < 7; i++) {
      assertThat(refusal(source).fault()).isEqualTo(i < 5 ? Fault.QUOTA : Fault.BUSY);
    }
    assertThat(stub.count()).isEqualTo(7 + 5);
  }

  @Test
  void aKeyThatCannotBeAHeaderIsRefusedWithoutBeingQuoted() {
    for (String key : new String[] {"canary key", "canary\nkey", "canary\u0e01"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              TwelveDataMarketData.open(stub.base(), new Secret(key), YahooStub.CLOCK, stub.events))
          .withMessageContaining("key")
          .withMessageNotContaining("canary");
    }
  }

  private void answer(int status, String body) {
    stub.answer(BARS, aResponse().withStatus(status).withBody(body));
  }

  private Quotes.Found found() {
    return (Quotes.Found) marketData().quotes(ExampleMarket.KNOWN, YahooStub.deadline());
  }

  private PortException.Market refusal() {
    return refusal(marketData());
  }

  private static PortException.Market refusal(MarketData source) {
    return catchThrowableOfType(
        PortException.Market.class, () -> source.quotes(ExampleMarket.KNOWN, YahooStub.deadline()));
  }

  /** The five days after so many good ones that one bad row is forgiven. */
  private static String oftenEnough(String body) {
    var days = new StringBuilder();
    for (LocalDate day = LocalDate.of(2025, 9, 1);
        day.getMonthValue() < 11;
        day = day.plusDays(1)) {
      days.append("{\"datetime\":\"" + day + "\",\"open\":\"50\",\"high\":\"50\",")
          .append("\"low\":\"50\",\"close\":\"50\",\"volume\":\"1000\"},");
    }
    return body.replace("\"values\": [", "\"values\": [" + days);
  }

  private static ResponseDefinitionBuilder fault(int code, String message) {
    return aResponse()
        .withBody("{\"code\":" + code + ",\"message\":\"" + message + "\",\"status\":\"error\"}");
  }
}
