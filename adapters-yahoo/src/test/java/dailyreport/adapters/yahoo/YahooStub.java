package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.Quotes;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.Examples;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** All of Yahoo on one loopback port, in good health until a test says otherwise. */
final class YahooStub implements AutoCloseable {
  static final String CHART = "/v8/finance/chart/.+";
  static final String FIGURES = "/v10/finance/quoteSummary/.+";
  static final String NEWS = "/v1/finance/search";
  static final String CRUMB = "/v1/test/getcrumb";
  static final String COOKIE = "/";
  static final InstantSource CLOCK = InstantSource.fixed(Examples.NOW);

  final RecordedEvents events = new RecordedEvents();
  final NotedPauses pauses = new NotedPauses();
  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

  YahooStub() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(501)));
    answer(CHART, aResponse().withStatus(404).withBody(Constructed.body("chart-not-found.json")));
    answer("/v8/finance/chart/D05.SI", ok("chart.json"));
    answer(FIGURES, ok("summary.json"));
    answer(NEWS, aResponse().withBody("{\"news\":[]}"));
    answerWhere(NEWS, "q", "D05.SI", ok("news.json"));
    answer(
        COOKIE,
        aResponse()
            .withStatus(404)
            .withHeader("Set-Cookie", "A3=d=canary-cookie&S=x; Path=/; Domain=.yahoo.com; Secure")
            .withHeader("Set-Cookie", "A1=second; Path=/"));
    answer(CRUMB, aResponse().withHeader("Content-Type", "text/plain").withBody("canary/crumb"));
  }

  static ResponseDefinitionBuilder ok(String constructed) {
    return aResponse()
        .withHeader("Content-Type", "application/json;charset=utf-8")
        .withBody(Constructed.body(constructed));
  }

  static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status).withBody("canary-body");
  }

  /** The same answer every time; the newest wish wins. */
  void answer(String path, ResponseDefinitionBuilder response) {
    server.stubFor(get(urlPathMatching(path)).willReturn(response));
  }

  /** An answer to those requests only that have this query parameter. */
  void answerWhere(
      String path, String parameter, String value, ResponseDefinitionBuilder response) {
    server.stubFor(
        get(urlPathMatching(path)).withQueryParam(parameter, equalTo(value)).willReturn(response));
  }

  /** One answer after another; the last one stays. */
  void answerInTurn(String path, ResponseDefinitionBuilder... responses) {
    server.resetScenarios();
    for (int i = 0; i < responses.length; i++) {
      ScenarioMappingBuilder turn =
          get(urlPathMatching(path))
              .inScenario(path)
              .whenScenarioStateIs(i == 0 ? STARTED : "turn " + i)
              .willReturn(responses[i]);
      server.stubFor(i < responses.length - 1 ? turn.willSetStateTo("turn " + (i + 1)) : turn);
    }
  }

  /** Requests for a path, in order. */
  List<LoggedRequest> requests(String path) {
    return server.findAll(getRequestedFor(urlPathMatching(path)));
  }

  int count(String path) {
    return requests(path).size();
  }

  /** All requests, whatever their path. */
  int count() {
    return server.getAllServeEvents().size();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  MarketData marketData() {
    return YahooMarketData.open(YahooHosts.all(base()), CLOCK, events, pauses);
  }

  NewsFeed newsFeed() {
    return YahooNewsFeed.open(YahooHosts.all(base()), CLOCK, events, pauses);
  }

  /** Quotes of the example, by a new adapter. */
  Quotes quotes() {
    return marketData().quotes(ExampleMarket.KNOWN, deadline());
  }

  static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(20), Examples.NOW);
  }

  @Override
  public void close() {
    server.stop();
  }
}
