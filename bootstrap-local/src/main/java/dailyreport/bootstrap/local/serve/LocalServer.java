package dailyreport.bootstrap.local.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server whose requests each have a virtual thread. */
public final class LocalServer implements AutoCloseable {
  /** Where nobody else can reach it. */
  public static final String LOOPBACK = "127.0.0.1";

  /** What is read of a longer body so that its sender gets to see the answer. */
  private static final int MOST_DISCARDED = 8 << 20;

  static {
    // Read by the JDK's server when its first instance is made: seconds for a whole request, and
    // connections at once. None of these can be set in another way.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("jdk.httpserver.maxConnections", "512");
    // Else a body waits behind its headers for an acknowledgement that is delayed by 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final String host;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SecurityHeaders security;

  private LocalServer(HttpServer server, String host) {
    this.server = server;
    this.host = host;
    this.security = new SecurityHeaders(address());
  }

  /**
   * Takes the port; requests wait until {@link #start}.
   *
   * @param port zero for any that is free
   * @throws IllegalArgumentException when it cannot be had
   */
  public static LocalServer bind(String host, int port) {
    try {
      return new LocalServer(HttpServer.create(new InetSocketAddress(host, port), 0), host);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "port "
              + port
              + " of "
              + host
              + " cannot be had ("
              + e.getMessage()
              + "); choose another one with --port, or 0 for any that is free",
          e);
    }
  }

  /** Where a browser on this machine finds it. */
  public URI address() {
    boolean anywhere = host.equals("0.0.0.0") || host.equals("::");
    String name = anywhere ? LOOPBACK : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + server.getAddress().getPort());
  }

  /**
   * Begins to answer.
   *
   * @param routes looked through in this order
   * @param otherwise for every other path
   */
  public void start(List<Route> routes, Endpoint otherwise) {
    var router = new Router(routes, otherwise);
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(router, exchange));
    server.start();
  }

  private void handle(Router router, HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = Objects.requireNonNullElse(exchange.getRequestURI().getRawPath(), "");
      int most = router.route(method, path).map(Route::mostBytes).orElse(0);
      byte[] body = body(exchange.getRequestBody(), most);
      Response response =
          router.answer(new Request(method, path, exchange.getRequestHeaders(), body));
      send(response, exchange);
    }
  }

  private static byte[] body(InputStream in, int most) throws IOException {
    byte[] body = in.readNBytes(most);
    for (int left = MOST_DISCARDED; left > 0; ) {
      long skipped = in.readNBytes(Math.min(left, 1 << 16)).length;
      if (skipped == 0) {
        break;
      }
      left -= (int) skipped;
    }
    return body;
  }

  private void send(Response response, HttpExchange exchange) throws IOException {
    var headers = exchange.getResponseHeaders();
    security.all().forEach(headers::set);
    response.headers().forEach(headers::set);
    int length = response.length().orElse(0);
    boolean none = response.length().isPresent() && length == 0;
    exchange.sendResponseHeaders(response.status(), none ? -1 : length);
    if (!none) {
      try (OutputStream out = exchange.getResponseBody()) {
        response.body().write(out);
      }
    }
  }

  /** Takes no more requests and lets those under way end, for a second. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdownNow();
  }
}
