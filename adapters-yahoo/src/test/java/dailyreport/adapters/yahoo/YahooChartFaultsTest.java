package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.Examples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The rows of market-data.md section 4 and faults.md section 7 that HTTP can show, with the exact
 * number of requests. Rows that need a misbehaving socket are in {@code YahooSocketFaultsTest}.
 */
class YahooChartFaultsTest {
  private static final ResponseDefinitionBuilder GOOD = YahooStub.ok("chart.json");

  private final YahooStub yahoo = new YahooStub();

  @AfterEach
  void stop() {
    yahoo.close();
  }

  @Test
  void f04ThrottledWithAShortWaitIsAskedOnceMoreAfterIt() {
    yahoo.answerInTurn(YahooStub.CHART, YahooStub.status(429).withHeader("Retry-After", "2"), GOOD);
    assertThat(yahoo.quotes()).isInstanceOf(Quotes.Found.class);
    assertCharts(2, "throttled", "ok");
    assertThat(yahoo.pauses.all()).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void throttledWithALongWaitIsNotAskedAgain() {
    yahoo.answer(YahooStub.CHART, YahooStub.status(429).withHeader("Retry-After", "30"));
    assertThat(refusal())
        .hasMessage("Yahoo chart D05.SI: HTTP 429, too many requests, retry after 30 s")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.THROTTLED));
    assertCharts(1, "throttled");
    assertThat(yahoo.pauses.all()).isEmpty();
  }

  @Test
  void theWaitMustFitIntoTheDeadline() {
    yahoo.answer(YahooStub.CHART, YahooStub.status(429).withHeader("Retry-After", "3"));
    assertThat(refusal(Deadline.in(Duration.ofMillis(2900), Examples.NOW)).fault())
        .isEqualTo(Fault.THROTTLED);
    assertCharts(1, "throttled");
  }

  @Test
  void throttledInWordsIsThrottledWhateverTheStatus() {
    for (int status : new int[] {200, 404, 403}) {
      yahoo.answerInTurn(
          YahooStub.CHART,
          aResponse().withStatus(status).withBody("Edge: Too Many Requests"),
          GOOD);
      assertThat(yahoo.quotes()).as("HTTP " + status).isInstanceOf(Quotes.Found.class);
    }
    assertCharts(6, "throttled", "ok", "throttled", "ok", "throttled", "ok");
    assertThat(yahoo.pauses.all()).hasSize(3).allSatisfy(YahooChartFaultsTest::assertJitter);
  }

  @Test
  void f06AfterTwoServerErrorsTheThirdCallIsNeverMade() {
    yahoo.answerInTurn(YahooStub.CHART, YahooStub.status(500), YahooStub.status(500), GOOD);
    assertThat(refusal())
        .hasMessage("Yahoo chart D05.SI: HTTP 500")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.ERROR));
    assertCharts(2, "error", "error");
    assertThat(yahoo.events.retries("yahoo")).isEqualTo(1);
    assertThat(yahoo.pauses.all()).singleElement().satisfies(YahooChartFaultsTest::assertJitter);
  }

  @Test
  void aServerErrorIsForgivenOnce() {
    yahoo.answerInTurn(YahooStub.CHART, YahooStub.status(503), GOOD);
    assertThat(yahoo.quotes()).isInstanceOf(Quotes.Found.class);
    assertCharts(2, "error", "ok");
  }

  @Test
  void f07AConsentPageSendsUsToTheOtherHostOnceAndAtOnce() {
    ResponseDefinitionBuilder consent = aResponse().withBody(Constructed.body("consent.html"));
    yahoo.answerInTurn(YahooStub.CHART, consent, GOOD);
    assertThat(yahoo.quotes()).isInstanceOf(Quotes.Found.class);
    assertCharts(2, "malformed", "ok");

    yahoo.answer(YahooStub.CHART, consent);
    assertThat(refusal())
        .hasMessage("Yahoo chart D05.SI: HTTP 200 with HTML")
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MALFORMED));
    assertThat(yahoo.pauses.all()).isEmpty();
  }

  @Test
  void theOtherHostIsReallyAnother() {
    try (var other = new YahooStub()) {
      yahoo.answer(YahooStub.CHART, YahooStub.status(502));
      var hosts = new YahooHosts(yahoo.base(), other.base(), yahoo.base());
      assertThat(
              YahooMarketData.open(hosts, YahooStub.CLOCK, yahoo.events, yahoo.pauses)
                  .quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
          .isInstanceOf(Quotes.Found.class);
      assertThat(yahoo.count(YahooStub.CHART)).isEqualTo(1);
      assertThat(other.count(YahooStub.CHART)).isEqualTo(1);
    }
  }

  @Test
  void f09NotFoundIsAskedOnce() {
    yahoo.answer(
        YahooStub.CHART,
        aResponse().withStatus(404).withBody(Constructed.body("chart-not-found.json")));
    assertThat(yahoo.quotes()).isEqualTo(new Quotes.Unknown());
    assertCharts(1, "not_found");
  }

  @Test
  void a404OfSomebodyElseIsNotProofThatTheSymbolIsUnknown() {
    yahoo.answer(YahooStub.CHART, aResponse().withStatus(404).withBody("{\"message\":\"nope\"}"));
    assertThat(refusal().fault()).isEqualTo(Fault.MALFORMED);
    assertCharts(2, "malformed", "malformed");
  }

  @Test
  void f13InsanePricesAreNotAskedForAgain() {
    yahoo.answer(YahooStub.CHART, YahooStub.ok("chart-nulls.json"));
    assertThat(refusal().fault()).isEqualTo(Fault.INSANE);
    assertCharts(1, "insane");
  }

  @Test
  void f16DeniedBarsAreAskedForOnceMoreWithCookieAndCrumb() {
    for (int status : new int[] {401, 403}) {
      yahoo.answerInTurn(YahooStub.CHART, YahooStub.status(status), GOOD);
      assertThat(yahoo.quotes()).as("HTTP " + status).isInstanceOf(Quotes.Found.class);
    }
    assertCharts(4, "denied", "ok", "denied", "ok");
    LoggedRequest repeated = yahoo.requests(YahooStub.CHART).get(1);
    assertThat(repeated.getUrl()).endsWith("&crumb=canary%2Fcrumb");
    assertThat(repeated.getHeader("Cookie")).startsWith("A3=");
    // Bars and figures share one cookie and one crumb, for each of the two adapters used here.
    assertThat(yahoo.count(YahooStub.COOKIE)).isEqualTo(2);
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(2);
  }

  @Test
  void f16DeniedAgainIsTheEnd() {
    yahoo.answer(YahooStub.CHART, YahooStub.status(401));
    assertThat(refusal().fault()).isEqualTo(Fault.DENIED);
    assertCharts(2, "denied", "denied");
  }

  @Test
  void aRedirectIsNeitherFollowedNorRepeated() {
    yahoo.answer(
        YahooStub.CHART,
        aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/latest"));
    assertThat(refusal().fault()).isEqualTo(Fault.REFUSED);
    assertCharts(1, "refused");
  }

  @Test
  void otherClientErrorsAreNotRepeated() {
    yahoo.answer(YahooStub.CHART, YahooStub.status(400));
    assertThat(refusal().fault()).isEqualTo(Fault.ERROR);
    assertCharts(1, "error");
  }

  @Test
  void afterFiveFailuresYahooIsLeftAloneForHalfAMinute() {
    yahoo.answer(YahooStub.CHART, YahooStub.status(500));
    var now = new AtomicReference<Instant>(Examples.NOW);
    MarketData source =
        YahooMarketData.open(YahooHosts.all(yahoo.base()), now::get, yahoo.events, yahoo.pauses);
    for (int i = 0; i < 7; i++) {
      Fault fault = refusal(source, Deadline.in(Duration.ofSeconds(20), now.get())).fault();
      assertThat(fault).isEqualTo(i < 5 ? Fault.ERROR : Fault.BUSY);
    }
    assertThat(yahoo.count(YahooStub.CHART)).isEqualTo(10);

    yahoo.answer(YahooStub.CHART, GOOD);
    now.set(Examples.NOW.plusSeconds(30));
    assertThat(source.quotes(ExampleMarket.KNOWN, Deadline.in(Duration.ofSeconds(20), now.get())))
        .isInstanceOf(Quotes.Found.class);
    assertThat(yahoo.count(YahooStub.CHART)).isEqualTo(11);
  }

  @Test
  void unknownSymbolsAreNoFailuresOfYahoo() {
    MarketData source = yahoo.marketData();
    for (int i = 0; i < 7; i++) {
      assertThat(source.quotes(ExampleMarket.UNKNOWN, YahooStub.deadline()))
          .isEqualTo(new Quotes.Unknown());
    }
    assertThat(yahoo.count(YahooStub.CHART)).isEqualTo(7);
  }

  @Test
  void nothingOfBodiesCookiesOrCrumbsLeavesTheAdapter() {
    for (int status : new int[] {200, 400, 401, 403, 404, 429, 500}) {
      yahoo.answer(YahooStub.CHART, YahooStub.status(status));
      for (Throwable at = refusal(); at != null; at = at.getCause()) {
        assertThat(String.valueOf(at.getMessage())).doesNotContain("canary", "crumb=", "http");
      }
    }
    assertThat(yahoo.events.all().toString()).doesNotContain("canary");
    assertThat(new Pass("canary-cookie", "canary").toString()).doesNotContain("canary");
  }

  private PortException.Market refusal() {
    return refusal(YahooStub.deadline());
  }

  private PortException.Market refusal(Deadline deadline) {
    return refusal(yahoo.marketData(), deadline);
  }

  private static PortException.Market refusal(MarketData source, Deadline deadline) {
    return catchThrowableOfType(
        PortException.Market.class, () -> source.quotes(ExampleMarket.KNOWN, deadline));
  }

  private void assertCharts(int requests, String... outcomes) {
    assertThat(yahoo.count(YahooStub.CHART)).isEqualTo(requests);
    assertThat(yahoo.events.outcomes("yahoo")).isEqualTo(List.of(outcomes));
  }

  private static void assertJitter(Duration pause) {
    assertThat(pause).isBetween(Duration.ofMillis(100), Duration.ofMillis(300));
  }
}
