package dailyreport.bootstrap.lambda;

import dailyreport.application.port.Deadline;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The client side of Lambda's runtime interface: takes one event at a time, hands it to the
 * function and posts what comes back. Source of paths and headers: AWS, "Using the Lambda runtime
 * API for custom runtimes", version 2018-06-01.
 */
final class RuntimeLoop {
  /** What is left of an invocation's time for posting its result. */
  private static final Duration RESERVE = Duration.ofSeconds(3);

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private static final System.Logger LOG = System.getLogger(RuntimeLoop.class.getName());

  private final URI runtime;
  private final HttpClient client;

  /**
   * A loop on the runtime interface at {@code host}.
   *
   * @param host value of {@code AWS_LAMBDA_RUNTIME_API}: host and port, reached by plain http
   */
  RuntimeLoop(String host) {
    this.runtime = URI.create("http://" + host + "/2018-06-01/runtime/");
    // The interface speaks HTTP/1.1; offering more costs headers and classes on every start.
    this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** One of the functions. */
  @FunctionalInterface
  interface Function {
    /**
     * Answers one event; nothing it started runs on when it returns.
     *
     * @param event JSON
     * @return JSON
     */
    byte[] answer(byte[] event, Deadline deadline);
  }

  /** Serves until the process is ended or the interface is gone. */
  void serve(Function function) throws IOException, InterruptedException {
    while (true) {
      serveOne(function);
    }
  }

  /** Waits for one event, without a time limit, and answers it. */
  void serveOne(Function function) throws IOException, InterruptedException {
    HttpResponse<byte[]> next =
        client.send(
            HttpRequest.newBuilder(runtime.resolve("invocation/next")).GET().build(),
            BodyHandlers.ofByteArray());
    String id = header(next, "Lambda-Runtime-Aws-Request-Id");
    if (next.statusCode() != 200 || !REQUEST_ID.matcher(id).matches()) {
      throw new IOException("runtime interface, next event: status " + next.statusCode());
    }
    long deadlineMillis = Long.parseLong(header(next, "Lambda-Runtime-Deadline-Ms"));
    var deadline = new Deadline(Instant.ofEpochMilli(deadlineMillis).minus(RESERVE));
    byte[] answer;
    try {
      answer = function.answer(next.body(), deadline);
    } catch (RuntimeException e) {
      // The last resort of the product: the event is lost, the process is not.
      LOG.log(Level.ERROR, "invocation " + id + ": " + Trace.of(e));
      post("invocation/" + id + "/error", error(e));
      return;
    }
    post("invocation/" + id + "/response", answer);
  }

  /** Tells that the process could not start. */
  void initError(RuntimeException e) throws IOException, InterruptedException {
    post("init/error", error(e));
  }

  private void post(String path, byte[] body) throws IOException, InterruptedException {
    HttpResponse<Void> response =
        client.send(
            HttpRequest.newBuilder(runtime.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.discarding());
    if (response.statusCode() / 100 != 2) {
      throw new IOException("runtime interface, " + path + ": status " + response.statusCode());
    }
  }

  private static byte[] error(RuntimeException e) {
    String type = e.getClass().getSimpleName();
    // Without what JSON would have to escape.
    String words = Trace.words(e).orElse(type).replaceAll("[^A-Za-z0-9 _:;,./()-]", "");
    return "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}"
        .formatted(type, words)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
