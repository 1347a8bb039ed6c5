package dailyreport.packaging;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lambda's side of the runtime interface, version 2018-06-01: hands out events with their headers
 * and takes what comes back.
 */
final class RuntimeApi {
  static final String PATH = "/2018-06-01/runtime/";

  /**
   * What the function posted for an event, or instead of starting.
   *
   * @param kind {@code response} or {@code error}
   * @param nanos when, by this machine's {@link System#nanoTime}
   * @param left until the deadline that the function was told
   */
  record Result(String kind, String body, long nanos, Duration left) {}

  private record Invocation(String id, String event, Duration limit) {}

  private final BlockingQueue<Invocation> events = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Result>> results = new ConcurrentHashMap<>();
  private final Map<String, Instant> deadlines = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final CompletableFuture<Result> initError = new CompletableFuture<>();

  /** Gives an event to whoever asks next; the result follows. */
  CompletableFuture<Result> invoke(String event, Duration limit) {
    String id = "00000000-0000-0000-0000-%012d".formatted(ids.incrementAndGet());
    var result = new CompletableFuture<Result>();
    results.put(id, result);
    events.add(new Invocation(id, event, limit));
    return result;
  }

  /** Hangs up at the next request for an event: the process ends. */
  void end() {
    events.add(new Invocation("", "", Duration.ZERO));
  }

  /** What a function that cannot start tells. */
  CompletableFuture<Result> initError() {
    return initError;
  }

  void handle(HttpExchange exchange) throws IOException, InterruptedException {
    String[] path = exchange.getRequestURI().getPath().substring(PATH.length()).split("/", 3);
    if (path[1].equals("next")) {
      next(exchange);
      return;
    }
    long nanos = System.nanoTime();
    boolean starting = path[0].equals("init");
    var left = starting ? Duration.ZERO : Duration.between(Instant.now(), deadlines.get(path[1]));
    var result = new Result(path[path.length - 1], StandIns.text(exchange), nanos, left);
    if (starting) {
      initError.complete(result);
    } else {
      results.get(path[1]).complete(result);
    }
    StandIns.answer(exchange, 202, "application/json", "{\"status\":\"OK\"}");
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    Invocation next = events.take();
    if (next.id().isEmpty()) {
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", next.id());
    Instant deadline = Instant.now().plus(next.limit());
    deadlines.put(next.id(), deadline);
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:ap-southeast-1:123456789012:function:dailyreport");
    headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
    // Lambda sends one, and the AWS client crashes without: lambda.md, section 3.
    StandIns.answer(exchange, 200, "application/json", next.event());
  }
}
