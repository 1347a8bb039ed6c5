package dailyreport.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dailyreport.fakes3.FakeS3;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/**
 * Everything beyond the process on loopback: Lambda, LINE, SQS, the secret, Yahoo, OpenAI, and an
 * S3 that refuses what is not signed with the keys in the environment.
 */
final class StandIns implements AutoCloseable {
  private static final String JSON = "application/json";
  private static final String JOBS = "/jobs";
  private static final String ACCESS_KEY = "canary-id";
  private static final String SECRET_KEY = "canary-key";

  final RuntimeApi runtime = new RuntimeApi();
  final FakeS3 s3 = FakeS3.start(ACCESS_KEY, SECRET_KEY, InstantSource.system());
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> replies = new CopyOnWriteArrayList<>();
  private final List<String> jobs = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  StandIns() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Bodies of the replies that LINE got, in order. */
  List<String> replies() {
    return List.copyOf(replies);
  }

  /** Bodies of the jobs that the queue got, in order. */
  List<String> jobs() {
    return List.copyOf(jobs);
  }

  /** Asks until LINE has one more reply. */
  void untilReplied(Asking ask) throws IOException, InterruptedException {
    until(replies::size, ask, "reply");
  }

  /** Asks until the queue has one more job. */
  void untilQueued(Asking ask) throws IOException, InterruptedException {
    until(jobs::size, ask, "job");
  }

  /**
   * A machine that is busy with other things may not let a cold function do in 1.2 s what it wants
   * to; then it gives up, as it should, and people or the queue come again.
   */
  private void until(IntSupplier seen, Asking ask, String what)
      throws IOException, InterruptedException {
    int before = seen.getAsInt();
    for (int i = 0; i < 5; i++) {
      s3.forgetRequests();
      ask.under("again-" + UUID.randomUUID());
      if (seen.getAsInt() > before) {
        return;
      }
    }
    throw new IOException("asked five times without a " + what);
  }

  /** Asks once. */
  interface Asking {
    void under(String eventId) throws IOException, InterruptedException;
  }

  /** How many requests so far had a path that begins with that text. */
  long count(String path) {
    return requests.stream().filter(request -> request.startsWith(path)).count();
  }

  /** The environment of a function as Lambda and Terraform set it, with addresses of stand-ins. */
  Map<String, String> environment(String handler, Path temporary) {
    String here = "http://127.0.0.1:" + server.getAddress().getPort();
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry("_HANDLER", handler),
            Map.entry("AWS_LAMBDA_RUNTIME_API", here.substring("http://".length())),
            Map.entry("AWS_REGION", "ap-southeast-1"),
            Map.entry("AWS_ACCESS_KEY_ID", ACCESS_KEY),
            Map.entry("AWS_SECRET_ACCESS_KEY", SECRET_KEY),
            Map.entry("AWS_SESSION_TOKEN", "canary-session"),
            Map.entry("AWS_ENDPOINT_URL_S3", s3.endpoint().toString()),
            Map.entry("AWS_ENDPOINT_URL_SQS", here),
            Map.entry("AWS_ENDPOINT_URL_SECRETS_MANAGER", here),
            Map.entry("SECRET_NAME", "dailyreport/keys"),
            Map.entry("PDF_BUCKET_NAME", FakeS3.BUCKET),
            Map.entry("JOB_QUEUE_URL", here + JOBS),
            Map.entry("DEAD_LETTER_QUEUE_URL", here + "/dead-letters"),
            Map.entry("LINE_API_BASE_URL", here),
            Map.entry("YAHOO_BASE_URL", here),
            Map.entry("OPENAI_BASE_URL", here + "/v1"),
            Map.entry("TMPDIR", temporary.toString())));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    try (exchange) {
      if (path.startsWith(RuntimeApi.PATH)) {
        runtime.handle(exchange);
      } else if (path.startsWith("/v2/bot/")) {
        String body = text(exchange);
        if (path.endsWith("/reply")) {
          replies.add(body);
        }
        answer(exchange, 200, JSON, "{\"sentMessages\":[{\"id\":\"1\"}]}");
      } else if (exchange.getRequestMethod().equals("POST") && path.equals("/v1/responses")) {
        text(exchange);
        answer(exchange, 200, JSON, Model.answer());
      } else if (exchange.getRequestMethod().equals("POST")) {
        aws(exchange);
      } else {
        market(exchange, path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void aws(HttpExchange exchange) throws IOException {
    String body = text(exchange);
    switch (exchange.getRequestHeaders().getFirst("X-Amz-Target")) {
      case "AmazonSQS.SendMessage" -> {
        String message = Wire.field(body, "MessageBody");
        if (Wire.field(body, "QueueUrl").endsWith(JOBS)) {
          jobs.add(message);
        }
        answer(
            exchange,
            200,
            "application/x-amz-json-1.0",
            "{\"MessageId\":\"m\",\"MD5OfMessageBody\":\"" + md5(message) + "\"}");
      }
      case "secretsmanager.GetSecretValue" ->
          answer(
              exchange,
              200,
              "application/x-amz-json-1.1",
              "{\"Name\":\"dailyreport/keys\",\"SecretString\":" + Events.quoted(keys()) + "}");
      default -> answer(exchange, 400, JSON, "{}");
    }
  }

  private static String keys() {
    return """
    {"LINE_CHANNEL_SECRET":"%s","LINE_CHANNEL_ACCESS_TOKEN":"canary-token",\
    "OPENAI_API_KEY":"sk-canary"}\
    """
        .formatted(Events.CHANNEL_SECRET);
  }

  private static void market(HttpExchange exchange, String path) throws IOException {
    if (path.equals("/v8/finance/chart/D05.SI")) {
      answer(exchange, 200, JSON, Market.chart());
    } else if (path.equals("/v10/finance/quoteSummary/D05.SI")) {
      answer(exchange, 200, JSON, Market.SUMMARY);
    } else if (path.equals("/v1/finance/search")) {
      answer(exchange, 200, JSON, Market.news());
    } else if (path.equals("/v1/test/getcrumb")) {
      answer(exchange, 200, "text/plain", "canary-crumb");
    } else {
      exchange.getResponseHeaders().add("Set-Cookie", "A3=d=canary-cookie; Path=/");
      answer(exchange, 404, "text/plain", "none");
    }
  }

  static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    runtime.end();
    server.stop(0);
    executor.shutdownNow();
    s3.close();
  }
}
