package dailyreport.benchmarks.stages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** LINE's side of a reply, on loopback: takes whatever is posted and counts it. */
final class LineStub implements AutoCloseable {
  private static final byte[] SENT =
      "{\"sentMessages\":[{\"id\":\"1\"}]}".getBytes(StandardCharsets.US_ASCII);

  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String last = "";

  private LineStub() {
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0, "/", this::answer);
    } catch (IOException e) {
      throw new UncheckedIOException("listening on loopback", e);
    }
    server.start();
  }

  static LineStub open() {
    return new LineStub();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      last = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.incrementAndGet();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, SENT.length);
      exchange.getResponseBody().write(SENT);
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int requests() {
    return requests.get();
  }

  /** Body of the newest request. */
  String last() {
    return last;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
