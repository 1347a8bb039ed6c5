package dailyreport.adapters.yahoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bodies written by us in the shapes of the sources. */
final class Constructed {
  private Constructed() {}

  /** The text of {@code constructed-NAME}. */
  static String body(String name) {
    try (var stream = Constructed.class.getResourceAsStream("constructed-" + name)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource constructed-" + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A chart with forty good days before its own. */
  static String afterFortyDays(String chart) {
    var days = new StringBuilder();
    for (int i = 40; i > 0; i--) {
      days.append(1_762_304_400 - 86_400 * i).append(", ");
    }
    String price = "50.0, ".repeat(40);
    return chart
        .replace("\"timestamp\": [", "\"timestamp\": [" + days)
        .replace("\"open\": [", "\"open\": [" + price)
        .replace("\"high\": [", "\"high\": [" + price)
        .replace("\"low\": [", "\"low\": [" + price)
        .replace("\"close\": [", "\"close\": [" + price)
        .replace("\"adjclose\": [5", "\"adjclose\": [" + price + "5")
        .replace("\"volume\": [", "\"volume\": [" + "1000, ".repeat(40));
  }

  static BoundedHttp.Reply reply(int status, String text) {
    return new BoundedHttp.Reply(
        status,
        HttpHeaders.of(Map.of(), (name, value) -> true),
        text,
        text.getBytes(StandardCharsets.UTF_8).length);
  }
}
