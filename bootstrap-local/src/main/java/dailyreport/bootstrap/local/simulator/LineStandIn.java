package dailyreport.bootstrap.local.simulator;

import dailyreport.application.port.Secret;
import dailyreport.bootstrap.local.serve.Json;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * LINE's messaging API as far as the bot uses it, on a loopback port of its own: takes what LINE
 * takes, refuses what LINE refuses in LINE's words, and shows the page what arrived.
 */
final class LineStandIn implements AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;
  private static final int QUOTA = 200;

  private final LocalServer server = LocalServer.bind(LocalServer.LOOPBACK, 0);
  private final Secret token;
  private final ReplyTokens tokens;
  private final Ids ids;
  private final Feed feed;
  private final InstantSource clock;

  /** Request ids by retry key. */
  private final Map<String, String> accepted = new ConcurrentHashMap<>();

  private final Set<String> pushed = ConcurrentHashMap.newKeySet();

  LineStandIn(Secret token, ReplyTokens tokens, Ids ids, Feed feed, InstantSource clock) {
    this.token = token;
    this.tokens = tokens;
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
            post("/v2/bot/message/reply", "reply", this::reply),
            post("/v2/bot/message/push", "push", this::push),
            post("/v2/bot/chat/loading/start", "loading", this::loading),
            get("/v2/bot/message/quota", _ -> quota()),
            get("/v2/bot/message/quota/consumption", _ -> consumption())),
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

  private Response reply(Request request) {
    if (request.header("X-Line-Retry-Key").isPresent()) {
      throw new RefusedException(400, "The header 'X-Line-Retry-Key' is not supported");
    }
    Map<String, Object> body = Json.object(request.body());
    List<?> messages = messages(body);
    Ask.Chat chat =
        tokens
            .use(String.valueOf(body.get("replyToken")))
            .orElseThrow(() -> new RefusedException(400, "Invalid reply token"));
    return delivered("reply", chat, messages);
  }

  private Response push(Request request) {
    Map<String, Object> body = Json.object(request.body());
    List<?> messages = messages(body);
    Ask.Chat chat = chat(body.get("to"));
    Optional<String> key = request.header("X-Line-Retry-Key");
    String requestId = ids.hex(32);
    String before = key.map(known -> accepted.putIfAbsent(known, requestId)).orElse(null);
    if (before != null) {
      return Response.json(
              409,
              Map.of("message", "The retry key is already accepted", "sentMessages", List.of()))
          .with("x-line-accepted-request-id", before);
    }
    pushed.add(requestId);
    return delivered("push", chat, messages);
  }

  private static Ask.Chat chat(@Nullable Object to) {
    if (SimulatedEvent.USER.equals(to)) {
      return Ask.Chat.USER;
    }
    if (SimulatedEvent.GROUP.equals(to)) {
      return Ask.Chat.GROUP;
    }
    throw new RefusedException(400, "The property, 'to', in the request body is invalid");
  }

  private static List<?> messages(Map<String, Object> body) {
    Object messages = body.getOrDefault("messages", List.of());
    List<Map<String, String>> faults = SentMessages.faults(messages);
    if (!faults.isEmpty() || !(messages instanceof List<?> list)) {
      throw new RefusedException(400, faults);
    }
    return list;
  }

  private Response delivered(String via, Ask.Chat chat, List<?> messages) {
    var message = new LinkedHashMap<String, Object>();
    message.put("chat", chat.label());
    message.put("via", via);
    message.put("messages", messages);
    feed.add("message", message);
    return Response.json(
        200,
        Map.of("sentMessages", messages.stream().map(_ -> Map.of("id", ids.message())).toList()));
  }

  private Response loading(Request request) {
    Map<String, Object> body = Json.object(request.body());
    int seconds =
        body.getOrDefault("loadingSeconds", 20) instanceof Number number ? number.intValue() : 0;
    if (!SimulatedEvent.USER.equals(body.get("chatId"))) {
      throw new RefusedException(400, "The property, 'chatId', in the request body is invalid");
    }
    if (seconds < 5 || seconds > 60 || seconds % 5 != 0) {
      throw new RefusedException(
          400, "loadingSeconds must be a multiple of 5 between 5 and 60 seconds");
    }
    feed.add("loading", Map.of("seconds", seconds));
    return Response.json(202, Map.of());
  }

  private Response quota() {
    return Response.json(200, Map.of("type", "limited", "value", QUOTA));
  }

  private Response consumption() {
    return Response.json(200, Map.of("totalUsage", pushed.size()));
  }

  @Override
  public void close() {
    server.close();
  }
}
