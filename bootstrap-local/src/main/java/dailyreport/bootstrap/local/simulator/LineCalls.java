package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.Json;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The calls of LINE's API that the bot makes: takes what LINE takes, refuses what LINE refuses in
 * LINE's words, and shows the page what arrived.
 */
final class LineCalls {
  /** Messages a month that may be pushed. */
  private static final int QUOTA = 200;

  private final ReplyTokens tokens;
  private final Ids ids;
  private final Feed feed;

  /** Request ids by retry key. */
  private final Map<String, String> accepted = new ConcurrentHashMap<>();

  private final Set<String> pushed = ConcurrentHashMap.newKeySet();

  LineCalls(ReplyTokens tokens, Ids ids, Feed feed) {
    this.tokens = tokens;
    this.ids = ids;
    this.feed = feed;
  }

  Response reply(Request request) {
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

  Response push(Request request) {
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

  Response loading(Request request) {
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

  static Response quota() {
    return Response.json(200, Map.of("type", "limited", "value", QUOTA));
  }

  Response consumption() {
    return Response.json(200, Map.of("totalUsage", pushed.size()));
  }
}
