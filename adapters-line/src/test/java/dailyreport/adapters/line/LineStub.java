package dailyreport.adapters.line;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.List;

/** A stand-in of LINE's Messaging API on loopback. */
final class LineStub implements AutoCloseable {
  static final String REPLY = "/v2/bot/message/reply";
  static final String PUSH = "/v2/bot/message/push";
  static final String LOADING = "/v2/bot/chat/loading/start";
  static final String QUOTA = "/v2/bot/message/quota";

  private static final String SENT = "{\"sentMessages\":[{\"id\":\"1\"}]}";

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

  LineStub() {
    server.start();
    well();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  void well() {
    server.resetMappings();
    server.stubFor(post(urlMatching("/v2/bot/message/.*")).willReturn(json(200, SENT)));
    server.stubFor(post(urlEqualTo(LOADING)).willReturn(json(202, "{}")));
    quota("{\"type\":\"none\"}", 0);
  }

  void quota(String quota, int used) {
    server.stubFor(get(urlEqualTo(QUOTA)).willReturn(json(200, quota)));
    server.stubFor(
        get(urlEqualTo(QUOTA + "/consumption"))
            .willReturn(json(200, "{\"totalUsage\":" + used + "}")));
  }

  /** As LINE does with a retry key it has seen. */
  void knowsKey(String key) {
    server.stubFor(
        post(urlEqualTo(PUSH))
            .withHeader("X-Line-Retry-Key", equalTo(key))
            .inScenario(key)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(json(200, SENT))
            .willSetStateTo("known"));
    server.stubFor(
        post(urlEqualTo(PUSH))
            .withHeader("X-Line-Retry-Key", equalTo(key))
            .inScenario(key)
            .whenScenarioStateIs("known")
            .willReturn(
                json(409, "{\"message\":\"The retry key is already accepted\",\"sentMessages\":[]}")
                    .withHeader("x-line-accepted-request-id", "r")));
  }

  /** The path answers these in order, the last one again and again. */
  void answers(String path, ResponseDefinitionBuilder... responses) {
    for (int i = 0; i < responses.length; i++) {
      server.stubFor(
          post(urlEqualTo(path))
              .inScenario(path)
              .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "s" + i)
              .willReturn(responses[i])
              .willSetStateTo("s" + Math.min(i + 1, responses.length - 1)));
    }
    if (responses.length == 1) {
      server.stubFor(post(urlEqualTo(path)).willReturn(responses[0]));
    }
  }

  void everything(ResponseDefinitionBuilder response) {
    server.resetMappings();
    server.stubFor(any(anyUrl()).willReturn(response));
  }

  static ResponseDefinitionBuilder ok() {
    return json(200, SENT);
  }

  static ResponseDefinitionBuilder error(int status, String message) {
    return json(status, "{\"message\":\"" + message + "\"}");
  }

  static ResponseDefinitionBuilder reset() {
    return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
  }

  static ResponseDefinitionBuilder slow(ResponseDefinitionBuilder response) {
    return response.withFixedDelay(20_000);
  }

  private static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("content-type", "application/json")
        .withHeader("x-line-request-id", "request")
        .withBody(body);
  }

  int requests(String path) {
    return events(path).size();
  }

  /** All requests are forgotten, and everything is well again. */
  void forget() {
    refuse();
    server.resetAll();
    well();
  }

  /** Requests that were answered with 2xx. */
  int accepted(String path) {
    return (int)
        events(path).stream()
            .map(ServeEvent::getResponse)
            .filter(response -> response.getFault() == null && response.getStatus() / 100 == 2)
            .count();
  }

  /** Bodies of the requests to the path, newest first. */
  List<JsonNode> bodies(String path) {
    return events(path).stream().map(event -> read(event.getRequest().getBodyAsString())).toList();
  }

  List<String> headers(String path, String name) {
    return events(path).stream().map(event -> event.getRequest().getHeader(name)).toList();
  }

  private List<ServeEvent> events(String path) {
    return server.getAllServeEvents().stream()
        .filter(event -> event.getRequest().getUrl().equals(path))
        .toList();
  }

  private static JsonNode read(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whatever the test was about: nothing was sent that LINE would not take. */
  @Override
  public void close() {
    server.stop();
    refuse();
  }

  private void refuse() {
    for (String path : List.of(REPLY, PUSH, LOADING)) {
      for (JsonNode body : bodies(path)) {
        assertThat(LineRules.broken(path, body)).as(body.toString()).isEmpty();
      }
    }
  }
}
