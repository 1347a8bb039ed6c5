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

  static BoundedHttp.Reply reply(int status, String text) {
    return new BoundedHttp.Reply(
        status,
        HttpHeaders.of(Map.of(), (name, value) -> true),
        text,
        text.getBytes(StandardCharsets.UTF_8).length);
  }
}
