package dailyreport.bootstrap.local.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One HTTP response.
 *
 * @param status of HTTP
 * @param headers beside those that every response has
 * @param length of the body in bytes; empty for one that ends when it has been written
 * @param body writes it
 */
public record Response(int status, Map<String, String> headers, OptionalInt length, Body body) {
  private static final String TYPE = "Content-Type";
  private static final String CACHE = "Cache-Control";
  private static final String NO_STORE = "no-store";

  public Response {
    headers = Map.copyOf(headers);
  }

  /** What follows the headers. */
  @FunctionalInterface
  public interface Body {
    /** Writes all of it; the caller closes the stream. */
    void write(OutputStream out) throws IOException;
  }

  /** A status and nothing else. */
  public static Response empty(int status) {
    return of(status, "text/plain; charset=utf-8", new byte[0]);
  }

  /** For any method but these. */
  static Response onlyBy(String methods) {
    return empty(405).with("Allow", methods);
  }

  /** Bytes of that type, which nobody may keep. */
  public static Response of(int status, String contentType, byte[] bytes) {
    return new Response(
        status,
        Map.of(TYPE, contentType, CACHE, NO_STORE),
        OptionalInt.of(bytes.length),
        out -> out.write(bytes));
  }

  /** A page of our own. */
  public static Response html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** An object, see {@link Json}. */
  public static Response json(int status, Map<String, ?> object) {
    return of(status, "application/json; charset=utf-8", Json.bytes(object));
  }

  /** A refusal with its reason, as LINE words them too. */
  public static Response refusal(int status, String message) {
    return json(status, Map.of("message", message));
  }

  /** To a short-lived address, which nobody may keep or tell. */
  static Response redirect(String to) {
    return empty(302).with("Location", to).with("Referrer-Policy", "no-referrer");
  }

  /** Bytes that are written as they come to be. */
  public static Response stream(String contentType, Body body) {
    return new Response(200, Map.of(TYPE, contentType, CACHE, NO_STORE), OptionalInt.empty(), body);
  }

  /** The same with one more header, or another value of it. */
  public Response with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, length, body);
  }

  /** The same, to be kept for that long. */
  Response cached(String control) {
    return with(CACHE, control);
  }
}
