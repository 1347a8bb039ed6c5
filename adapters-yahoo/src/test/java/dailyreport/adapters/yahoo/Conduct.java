package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a source may say, in the words of {@code YahooFailureTableTest}'s tables. Bodies are written
 * by us; those of refusals hold a word that must never leave the adapter.
 */
final class Conduct {
  private static final String CHART = Constructed.afterFortyDays(Constructed.body("chart.json"));

  /** The second of the five days at the end of the chart, figure by figure. */
  private static final String OPEN = "52.5,";

  private static final String HIGH = "53.1,";
  private static final String LOW = "52.3,";
  private static final String CLOSE = "53.0, 53.2,";
  private static final String VOLUME = "3900000,";
  private static final String ADJUSTED = "52.47,";
  private static final String DAY = "1762390800,";

  private static final Map<String, String> CHARTS =
      Map.ofEntries(
          Map.entry("good", CHART),
          Map.entry("a null", CHART.replace(OPEN, "null,")),
          Map.entry("a null volume", CHART.replace(VOLUME, "null,")),
          Map.entry("a null adjusted", CHART.replace(ADJUSTED, "null,")),
          Map.entry("an empty row", row("null", "null", "null", "null", "null", "null")),
          Map.entry("a holiday filled in", row("52.4", "52.4", "52.4", "52.4", "0", "51.876")),
          Map.entry("a flat day at a new price", row("53", "53", "53", "53", "0", "52.47")),
          Map.entry("a price of zero", CHART.replace(OPEN, "0,")),
          Map.entry("a negative price", CHART.replace(LOW, "-52.3,")),
          Map.entry("a price NaN", CHART.replace(OPEN, "NaN,")),
          Map.entry("high below low", CHART.replace(HIGH, "52.2,")),
          Map.entry("close above high", CHART.replace(CLOSE, "53.2, 53.2,")),
          Map.entry("close a float above high", CHART.replace(CLOSE, "53.10000000001, 53.2,")),
          Map.entry("a date twice", CHART.replace(DAY, "1762304400,")),
          Map.entry("a date going back", CHART.replace(DAY, "1762218000,")),
          Map.entry("two bad rows", twoBad(CHART)),
          Map.entry("three bad rows", twoBad(CHART).replace("53.3, 54.3]", "-1, 54.3]")),
          Map.entry("all rows empty", CHART.replaceAll("\\[(50.0|1000), [^]]*]", "[]")),
          Map.entry("one row of zeros", CHART.replaceAll("\\[[0-9., ]*([0-9])(, [^]]*)*]", "[0]")),
          Map.entry(
              "the live day twice",
              Constructed.afterFortyDays(Constructed.body("chart-double-day.json"))),
          Map.entry(
              "adjclose too short",
              Constructed.afterFortyDays(Constructed.body("chart-short-adjclose.json"))),
          Map.entry("no adjclose", CHART.replace("\"adjclose\"", "\"other\"")),
          Map.entry("no timestamp", Constructed.body("chart-no-timestamp.json")),
          Map.entry("an empty timestamp", Constructed.body("chart-empty-timestamp.json")),
          Map.entry("pence", CHART.replace("\"SGD\"", "\"GBp\"")),
          Map.entry("South African cents", CHART.replace("\"SGD\"", "\"ZAc\"")),
          Map.entry("agorot", CHART.replace("\"SGD\"", "\"ILA\"")),
          Map.entry("no currency", CHART.replace("\"currency\"", "\"other\"")),
          Map.entry("dollars", CHART.replace("\"SGD\"", "\"USD\"")),
          Map.entry("another symbol", CHART.replace("\"D05.SI\"", "\"DBSDY\"")),
          Map.entry("no chart", "{\"chart\":{\"result\":[],\"error\":null}}"),
          Map.entry("cut JSON", CHART.substring(0, 900)));

  private Conduct() {}

  /**
   * The answer for a phrase: a chart, a status with an optional wait ({@code 429 wait 2}), or one
   * of the faults below.
   */
  static ResponseDefinitionBuilder of(String phrase) {
    if (CHARTS.containsKey(phrase)) {
      return aResponse().withBody(CHARTS.get(phrase));
    }
    if (phrase.matches("\\d{3}( wait .+)?")) {
      ResponseDefinitionBuilder refusal = YahooStub.status(Integer.parseInt(phrase.split(" ")[0]));
      return phrase.contains(" wait ")
          ? refusal.withHeader("Retry-After", phrase.split(" wait ")[1])
          : refusal;
    }
    return switch (phrase) {
      case "good news" -> YahooStub.ok("news.json");
      case "good figures" -> YahooStub.ok("summary.json");
      case "no news" -> aResponse().withBody("{\"news\":[]}");
      case "hostile news" -> YahooStub.ok("news-hostile.json");
      case "other JSON" -> aResponse().withBody("{\"canary-body\":1}");
      case "unknown symbol" ->
          aResponse().withStatus(404).withBody(Constructed.body("chart-not-found.json"));
      case "unknown symbol as 200" -> YahooStub.ok("chart-not-found.json");
      case "no figures known" ->
          aResponse().withStatus(404).withBody(Constructed.body("summary-not-found.json"));
      case "limited in words" -> aResponse().withBody("canary-body Too Many Requests");
      case "limited as 404" -> aResponse().withStatus(404).withBody("Too Many Requests");
      case "consent page" -> aResponse().withBody(Constructed.body("consent.html"));
      case "redirect" ->
          aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/canary-body");
      case "empty body" -> aResponse().withBody("");
      case "no JSON" -> aResponse().withBody("canary-body");
      case "reset" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
      case "hangs up" -> aResponse().withFault(Fault.EMPTY_RESPONSE);
      case "breaks off" -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
      case "noise" -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE);
      case "3 MB" -> aResponse().withBody("x".repeat(3 * 1024 * 1024));
      case "broken gzip" ->
          aResponse()
              .withHeader("Content-Encoding", "gzip")
              .withBody("no gzip at all".getBytes(StandardCharsets.US_ASCII));
      case "brotli" -> aResponse().withHeader("Content-Encoding", "br").withBody("x");
      default -> throw new IllegalArgumentException("nobody behaves like '" + phrase + "'");
    };
  }

  private static String row(
      String open, String high, String low, String close, String volume, String adjusted) {
    return CHART
        .replace(OPEN, open + ",")
        .replace(HIGH, high + ",")
        .replace(LOW, low + ",")
        .replace(CLOSE, close + ", 53.2,")
        .replace(VOLUME, volume + ",")
        .replace(ADJUSTED, adjusted + ",");
  }

  private static String twoBad(String chart) {
    return chart.replace(OPEN, "null,").replace("53.4,", "-1,");
  }
}
