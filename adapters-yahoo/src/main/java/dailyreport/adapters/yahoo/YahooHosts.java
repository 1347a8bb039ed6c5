package dailyreport.adapters.yahoo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Where Yahoo's services live.
 *
 * @param first host of bars, figures and news
 * @param other the same services on another host; also the one that gives crumbs
 * @param cookie sets the cookie that a crumb belongs to
 */
record YahooHosts(URI first, URI other, URI cookie) {
  static final YahooHosts PUBLIC =
      new YahooHosts(
          URI.create("https://query2.finance.yahoo.com"),
          URI.create("https://query1.finance.yahoo.com"),
          URI.create("https://fc.yahoo.com"));

  /** For everything that answers in JSON. */
  static final Map<String, String> HEADERS = headers("application/json");

  /** For the cookie page and the crumb, which is plain text. */
  static final Map<String, String> ANY_TYPE = headers("*/*");

  /** One stand-in for all three. */
  static YahooHosts all(URI base) {
    return new YahooHosts(base, base, base);
  }

  List<URI> origins() {
    return List.of(first, other, cookie);
  }

  /** Where attempt 1 or 2 finds a resource. */
  URI resource(int attempt, String pathAndQuery) {
    return at(attempt == 1 ? first : other, pathAndQuery);
  }

  URI crumb() {
    return at(other, "/v1/test/getcrumb");
  }

  URI cookiePage() {
    return at(cookie, "/");
  }

  /** A symbol as part of a path or a query. */
  static String encoded(String symbol) {
    return URLEncoder.encode(symbol, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A missing or Java's own User-Agent is answered 429. */
  private static Map<String, String> headers(String accept) {
    return Map.of(
        "User-Agent",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Safari/537.36",
        "Accept",
        accept,
        "Accept-Language",
        "en-US,en;q=0.9");
  }

  private static URI at(URI origin, String pathAndQuery) {
    String start = origin.toString();
    return URI.create(
        (start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + pathAndQuery);
  }
}
