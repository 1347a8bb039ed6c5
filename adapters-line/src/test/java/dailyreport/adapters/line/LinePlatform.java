package dailyreport.adapters.line;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LINE as a chat sees it: a reply token is good once and for a minute, a retry key is accepted
 * once, and what is accepted is shown to the person.
 */
final class LinePlatform implements AutoCloseable {
  private static final Duration TOKEN = Duration.ofMinutes(1);
  private static final String SENT = "{\"sentMessages\":[{\"id\":\"1\"}]}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Instant> tokens = new HashMap<>();
  private final Set<String> usedKeys = new HashSet<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();
  private final WireMockServer server;
  private InstantSource clock = InstantSource.system();
  private Runnable whenShown = () -> {};
  private int animations;
  private int refused;
  private int lost;
  private int refusals;

  /**
   * Messages that a person sees, sent together.
   *
   * @param address reply token or retry key
   */
  record Shown(String path, String address, List<JsonNode> messages) {}

  LinePlatform() {
    server =
        new WireMockServer(
            options().bindAddress("127.0.0.1").dynamicPort().extensions(new Answering()));
    server.stubFor(any(anyUrl()).willReturn(ok()));
    server.start();
  }

  /** Everything is forgotten and this is the time from now on. */
  synchronized void starts(InstantSource with) {
    clock = with;
    tokens.clear();
    usedKeys.clear();
    shown.clear();
    mistakes.clear();
    whenShown = () -> {};
    animations = 0;
    refused = 0;
    lost = 0;
    refusals = 0;
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The token dies before its time. */
  synchronized void kills(String token) {
    tokens.remove(token);
  }

  /** A token as it comes with an event of that time; an event delivered again has its own. */
  synchronized String issue(String token, Instant time) {
    tokens.put(token, time);
    return token;
  }

  /** Runs after the next messages are shown. */
  synchronized void whenShown(Runnable action) {
    whenShown = action;
  }

  /** The next requests end in a broken connection after LINE has done what they ask. */
  synchronized void losesAnswers(int next) {
    lost = next;
  }

  /** The next messages meet a fault of LINE's own; their tokens stay good. */
  synchronized void failsAtFirst(int next) {
    refusals = next;
  }

  synchronized List<Shown> shown() {
    return List.copyOf(shown);
  }

  /** What LINE would not have taken of the bodies that were posted. */
  synchronized List<String> mistakes() {
    return List.copyOf(mistakes);
  }

  synchronized int animations() {
    return animations;
  }

  /** Requests that were answered with 4xx. */
  synchronized int refused() {
    return refused;
  }

  private synchronized ResponseDefinition answered(
      String path, JsonNode body, @Nullable String retryKey) {
    ResponseDefinition answer = answer(path, body, retryKey);
    if (lost == 0 || path.startsWith(LineStub.QUOTA)) {
      return answer;
    }
    lost--;
    return new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER).build();
  }

  private ResponseDefinition answer(String path, JsonNode body, @Nullable String retryKey) {
    if (!path.startsWith(LineStub.QUOTA)) {
      List<String> broken = LineRules.broken(path, body);
      if (!broken.isEmpty()) {
        mistakes.addAll(broken);
        return no(400, "The request body has " + broken.size() + " error(s)");
      }
    }
    return switch (path) {
      case LineStub.REPLY -> {
        String token = body.get("replyToken").asText();
        Instant issued = tokens.get(token);
        yield issued == null || clock.instant().isAfter(issued.plus(TOKEN))
            ? no(400, "Invalid reply token")
            : shows(path, token, body);
      }
      case LineStub.PUSH ->
          retryKey == null || !usedKeys.contains(retryKey)
              ? shows(path, String.valueOf(retryKey), body)
              : no(409, "The retry key is already accepted");
      case LineStub.LOADING -> {
        animations++;
        yield yes(202, "{}");
      }
      case LineStub.QUOTA -> yes(200, "{\"type\":\"none\"}");
      default -> no(404, "Not found");
    };
  }

  private ResponseDefinition shows(String path, String address, JsonNode body) {
    if (refusals > 0) {
      refusals--;
      return no(500, "Internal error");
    }
    var messages = new ArrayList<JsonNode>();
    body.get("messages").forEach(messages::add);
    tokens.remove(address);
    usedKeys.add(address);
    shown.add(new Shown(path, address, messages));
    whenShown.run();
    return yes(200, SENT);
  }

  private ResponseDefinition no(int status, String message) {
    refused++;
    return yes(status, "{\"message\":\"" + message + "\"}");
  }

  private static ResponseDefinition yes(int status, String body) {
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("content-type", "application/json")
        .withHeader("x-line-request-id", "request")
        .withBody(body)
        .build();
  }

  private final class Answering implements ResponseDefinitionTransformerV2 {
    @Override
    public ResponseDefinition transform(ServeEvent event) {
      String body = event.getRequest().getBodyAsString();
      try {
        return answered(
            event.getRequest().getUrl(),
            body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body),
            event.getRequest().getHeader("X-Line-Retry-Key"));
      } catch (JsonProcessingException e) {
        return no(400, "not JSON");
      }
    }

    @Override
    public String getName() {
      return "platform";
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
