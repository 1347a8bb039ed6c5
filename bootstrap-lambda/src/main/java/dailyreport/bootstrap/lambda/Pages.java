package dailyreport.bootstrap.lambda;

import dailyreport.application.LinkGonePage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Every response of the Function URL. Those without content are constant and small. */
final class Pages {
  private static final String CACHE = "Cache-Control";
  private static final String TYPE = "Content-Type";

  private Pages() {}

  /** To LINE, whatever was in its request. */
  static Envelope.Response accepted() {
    return empty(200, Map.of());
  }

  /** To whoever is not LINE, or sent what cannot be read. */
  static Envelope.Response refused(int status) {
    return empty(status, Map.of());
  }

  /** For any method but these. */
  static Envelope.Response onlyBy(String methods) {
    return empty(405, Map.of("Allow", methods));
  }

  /** To a short-lived address, which nobody may keep. */
  static Envelope.Response redirect(URI to) {
    return empty(302, Map.of("Location", to.toString(), "Referrer-Policy", "no-referrer"));
  }

  /** A picture may be kept for a day; a PDF is asked for again, as it may be invalidated. */
  static Envelope.Response bytes(String contentType, byte[] bytes) {
    return page(
        200,
        Map.of(
            TYPE,
            contentType,
            CACHE,
            contentType.startsWith("image/") ? "public, max-age=86400" : "no-store"),
        bytes);
  }

  /** For a person whose link leads nowhere. */
  static Envelope.Response gone() {
    return page(
        404,
        Map.of(TYPE, "text/html; charset=utf-8", CACHE, "no-store"),
        LinkGonePage.html().getBytes(StandardCharsets.UTF_8));
  }

  private static Envelope.Response empty(int status, Map<String, String> headers) {
    var all = new HashMap<>(headers);
    all.put(TYPE, "text/plain");
    all.put(CACHE, "no-store");
    return page(status, all, new byte[0]);
  }

  private static Envelope.Response page(int status, Map<String, String> headers, byte[] body) {
    var all = new HashMap<>(headers);
    all.put("X-Content-Type-Options", "nosniff");
    return new Envelope.Response(status, Map.copyOf(all), body);
  }
}
