package dailyreport.bootstrap.local.simulator;

import dailyreport.application.port.Secret;
import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import dailyreport.bootstrap.local.serve.Route;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * LINE's messaging API as far as the bot uses it, on a loopback port of its own: lets the bot in,
 * answers as LINE does, and shows the page every call with its answer.
 */
final class LineStandIn implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;

  private final LocalServer server = LocalServer.bind(LocalServer.LOOPBACK, 0);
  private final Secret token;
  private final LineCalls calls;
  private final Ids ids;
  private final Feed feed;
  private final InstantSource clock;

  LineStandIn(Secret token, ReplyTokens tokens, Ids ids, Feed feed, InstantSource clock) {
    this.token = token;
    this.calls = new LineCalls(tokens, ids, feed);
    this.ids = ids;
    this.feed = feed;
    this.clock = clock;
  }

  URI address() {
    return server.address();
  }

  void start() {
    server.start(
        List.of(
            post("/v2/bot/message/reply", "reply", calls::reply),
            post("/v2/bot/message/push", "push", calls::push),
            post("/v2/bot/chat/loading/start", "loading", calls::loading),
            get("/v2/bot/message/quota", _ -> LineCalls.quota()),
            get("/v2/bot/message/quota/consumption", _ -> calls.consumption())),
        _ -> Response.refusal(404, "Not found"));
  }

  private Route post(String path, String name, Function<Request, Response> answer) {
    return new Route(
        "POST", path, Route.Audience.DESK, MOST_BYTES, request -> watched(name, request, answer));
  }

  private Route get(String path, Function<Request, Response> answer) {
    return new Route(
        "GET", path, Route.Audience.DESK, 0, request -> watched("quota", request, answer));
  }

  private Response watched(String name, Request request, Function<Request, Response> answer) {
    Instant start = clock.instant();
    String requestId = ids.hex(32);
    Response response;
    String detail = "";
    if (!request.header("Authorization").equals(Optional.of("Bearer " + token.value()))) {
      detail = "Authentication failed. Confirm that the access token is valid";
      response = Response.refusal(401, detail);
    } else {
      try {
        response = answer.apply(request);
      } catch (RefusedException e) {
        detail = e.detail();
        response = Response.json(e.status(), e.body());
      } catch (IllegalArgumentException _) {
        detail = "The request body could not be parsed as JSON";
        response = Response.refusal(400, detail);
      }
    }
    var call = new LinkedHashMap<String, Object>();
    call.put("endpoint", name);
    call.put("status", response.status());
    call.put("millis", Duration.between(start, clock.instant()).toMillis());
    call.put("detail", detail);
    feed.add("call", call);
    return response.with("X-Line-Request-Id", requestId);
  }

  @Override
  public void close() {
    server.close();
  }
}
