package dailyreport.bootstrap.local.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small requests to a server on this machine; follows no redirect. */
public final class Http {
  private static final int PATIENCE_MILLIS = 60_000;

  private Http() {}

  /** What came back. */
  @SuppressWarnings("ArrayRecordComponent") // looked at by one test
  public record Got(int status, Map<String, List<String>> headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public Map<String, Object> json() {
      return Json.object(body);
    }

    public Optional<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> name.equalsIgnoreCase(header.getKey()))
          .map(header -> header.getValue().getFirst())
          .findFirst();
    }
  }

  public static Got get(URI address) throws IOException {
    return get(address, Map.of());
  }

  public static Got get(URI address, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open(address);
    headers.forEach(connection::setRequestProperty);
    return got(connection);
  }

  public static Got json(URI address, String body) throws IOException {
    return post(
        address, body.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"));
  }

  public static Got post(URI address, byte[] body, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open(address);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    headers.forEach(connection::setRequestProperty);
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    return got(connection);
  }

  /** Sends these bytes as they are and returns the first line of the answer. */
  public static String raw(URI address, String request) throws IOException {
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return answer.substring(Math.min(answer.length(), 9));
    }
  }

  static HttpURLConnection open(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return connection;
  }

  private static Got got(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      byte[] body = in == null ? new byte[0] : in.readAllBytes();
      return new Got(status, connection.getHeaderFields(), body);
    }
  }
}
