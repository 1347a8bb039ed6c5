package dailyreport.bootstrap.local;

import dailyreport.bootstrap.local.serve.LocalServer;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import dailyreport.bootstrap.local.serve.Route;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stand-in for LINE that takes every reply and counts them by token, as cheaply as it can. */
final class CountingLine implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("\"replyToken\":\"([^\"]+)\"");
  private static final int MOST_BYTES = 1 << 20;

  private final LocalServer server = LocalServer.bind(LocalServer.LOOPBACK, 0);
  private final Map<String, Integer> replies = new ConcurrentHashMap<>();
  private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();

  CountingLine() {
    server.start(
        List.of(
            new Route(
                "POST", "/v2/bot/message/reply", Route.Audience.DESK, MOST_BYTES, this::reply),
            new Route(
                "POST",
                "/v2/bot/chat/loading/start",
                Route.Audience.DESK,
                MOST_BYTES,
                _ -> Response.json(202, Map.of()))),
        _ -> Response.refusal(404, "Not found"));
  }

  URI address() {
    return server.address();
  }

  /** Replies by token. */
  Map<String, Integer> replies() {
    return Map.copyOf(replies);
  }

  /** Whether a reply comes within a minute. */
  boolean isAnswered() throws InterruptedException {
    return tokens.poll(60, TimeUnit.SECONDS) != null;
  }

  private Response reply(Request request) {
    Matcher token = TOKEN.matcher(new String(request.body(), StandardCharsets.UTF_8));
    if (!token.find()) {
      return Response.refusal(400, "no reply token");
    }
    replies.merge(token.group(1), 1, Integer::sum);
    tokens.add(token.group(1));
    return Response.json(200, Map.of("sentMessages", List.of(Map.of("id", "1"))));
  }

  @Override
  public void close() {
    server.close();
  }
}
