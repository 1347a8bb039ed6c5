package dailyreport.adapters.yahoo;

import dailyreport.application.port.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/**
 * GET with hard bounds on time, size and destination.
 *
 * <p>{@link HttpRequest.Builder#timeout} does not bound a dripping body (with 1 s it returned after
 * 8 s, JDK 25.0.3), so the whole exchange is one future that is waited for. Cancelling that future
 * is not enough either: the client closes the socket when its selector next wakes, which in one of
 * ten runs was 3 s later. So every exchange has a client of its own, and shutting that down closes
 * the socket at once. It also means that no pooled connection, dead after a freeze of the process,
 * is ever used; a TLS session is still resumed, because that is remembered elsewhere.
 *
 * <p>Nothing is repeated here. The JDK's client by itself asks again when a connection cannot be
 * made or ends before the first byte of an answer, also on a new connection, so that two attempts
 * were four requests; its two switches for that are process-wide and read with its first request.
 *
 * <p>Redirects are not followed at all: no source needs one, and one to another host must not be
 * taken.
 */
final class BoundedHttp {
  static {
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    System.setProperty("jdk.httpclient.disableRetryConnect", "true");
  }

  /** No body may be larger, whatever the caller allows. */
  static final int LARGEST_BODY = 8 * 1024 * 1024;

  /** market-data.md, section 4. */
  static final Duration CONNECT = Duration.ofSeconds(2);

  private final Duration connect;
  private final Set<String> authorities;

  /**
   * An answer, whatever its status.
   *
   * @param text the body as UTF-8; bytes that are none become U+FFFD
   * @param bytes size of the body, unpacked
   */
  record Reply(int status, HttpHeaders headers, String text, int bytes) {}

  private BoundedHttp(Duration connect, Set<String> authorities) {
    this.connect = connect;
    this.authorities = authorities;
  }

  /**
   * A client for these origins and no others.
   *
   * @param connect longest time to wait for a connection
   * @throws IllegalArgumentException when one is neither https nor http to this very machine
   */
  static BoundedHttp to(Collection<URI> origins, Duration connect) {
    for (URI origin : origins) {
      if (!confidential(origin)) {
        throw new IllegalArgumentException(
            "origin must be https, or http on a loopback address: '" + origin + "'");
      }
    }
    return new BoundedHttp(
        connect,
        origins.stream().map(URI::getRawAuthority).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Fetches one resource.
   *
   * @param most largest body in bytes after unpacking; at most {@link #LARGEST_BODY} counts
   * @param time for connect, headers and the whole body
   * @throws Broken when there is no whole answer within the bounds
   */
  Reply get(URI uri, Map<String, String> headers, int most, Duration time) throws Broken {
    if (!confidential(uri) || !authorities.contains(uri.getRawAuthority())) {
      throw Broken.of(
          Fault.REFUSED, Broken.Again.NEVER, uri.getHost() + " is not on the list of hosts");
    }
    if (!time.isPositive()) {
      throw Broken.of(Fault.TIMEOUT, Broken.Again.NEVER, "no time left to ask");
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept-Encoding", "gzip");
    headers.forEach(request::setHeader);
    HttpClient client = client();
    try {
      return exchange(client, request.build(), Math.min(most, LARGEST_BODY), time);
    } finally {
      client.shutdownNow();
    }
  }

  private static Reply exchange(HttpClient client, HttpRequest request, int most, Duration time)
      throws Broken {
    var headersSeen = new AtomicBoolean();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            request,
            info -> {
              headersSeen.set(true);
              return new CappedBody(info.headers().firstValue("Content-Encoding").orElse(""), most);
            });
    try {
      HttpResponse<byte[]> response = exchange.get(time.toNanos(), TimeUnit.NANOSECONDS);
      byte[] body = response.body();
      return new Reply(
          response.statusCode(),
          response.headers(),
          new String(body, StandardCharsets.UTF_8),
          body.length);
    } catch (TimeoutException e) {
      exchange.cancel(true);
      throw headersSeen.get()
          ? Broken.of(
              Fault.TIMEOUT,
              Broken.Again.NEVER,
              "body still incomplete after " + time.toMillis() + " ms")
          : Broken.of(
              Fault.TIMEOUT, Broken.Again.AFTER_PAUSE, "silent for " + time.toMillis() + " ms");
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw Broken.because(Fault.TIMEOUT, Broken.Again.NEVER, "interrupted while waiting", e);
    } catch (ExecutionException e) {
      throw broken(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Speaks HTTP/1.1, in which an exchange owns its socket. */
  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(connect)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(Thread::startVirtualThread)
        .build();
  }

  /** The client may wrap what happened, once in "too many retries". */
  private static Broken broken(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      switch (at) {
        case Broken known -> {
          return known;
        }
        case HttpTimeoutException e -> {
          return Broken.because(
              Fault.TIMEOUT, Broken.Again.AFTER_PAUSE, "no connection in time", e);
        }
        case ConnectException e -> {
          return Broken.because(Fault.ERROR, Broken.Again.AFTER_PAUSE, "no connection", e);
        }
        case SSLException e -> {
          return Broken.because(Fault.ERROR, Broken.Again.AFTER_PAUSE, "no secure connection", e);
        }
        default -> {
          // What wraps it says nothing by itself.
        }
      }
    }
    if (cause instanceof IOException) {
      return Broken.because(
          Fault.TRUNCATED, Broken.Again.AFTER_PAUSE, "connection ended too early", cause);
    }
    throw new IllegalStateException("HTTP exchange ended in a way unknown", cause);
  }

  private static boolean confidential(URI uri) {
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (scheme == null || host == null || uri.getRawUserInfo() != null) {
      return false;
    }
    return scheme.equals("https") || (scheme.equals("http") && loopback(host));
  }

  private static boolean loopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
