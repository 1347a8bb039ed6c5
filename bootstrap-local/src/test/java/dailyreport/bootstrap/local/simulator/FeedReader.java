package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads the feed of a server as a page does, and waits for what a test expects there. */
public final class FeedReader implements AutoCloseable {
  /** More than a first report takes on a busy machine; ends a test that waits in vain. */
  private static final int PATIENCE_MILLIS = 90_000;

  private final HttpURLConnection connection;
  private final BufferedReader lines;

  /** One entry. */
  public record Seen(String id, String event, Map<String, Object> data) {
    public String text(String field) {
      return String.valueOf(data.get(field));
    }

    /** The messages of a message. */
    public List<?> messages() {
      return (List<?>) data.getOrDefault("messages", List.of());
    }
  }

  private FeedReader(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    this.lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  public static FeedReader from(URI server) throws IOException {
    return after(server, "");
  }

  /** Goes on after that entry. */
  public static FeedReader after(URI server, String lastId) throws IOException {
    var connection = (HttpURLConnection) server.resolve("/simulator/feed").toURL().openConnection();
    connection.setReadTimeout(PATIENCE_MILLIS);
    if (!lastId.isEmpty()) {
      connection.setRequestProperty("Last-Event-ID", lastId);
    }
    return new FeedReader(connection);
  }

  /** The next entry of that kind; those before it are passed over. */
  public Seen next(String event) {
    return next(event, _ -> true);
  }

  /** The next entry of that kind that is so; those before it are passed over. */
  public Seen next(String event, Predicate<Seen> wanted) {
    for (Seen seen = next(); ; seen = next()) {
      if (seen.event().equals(event) && wanted.test(seen)) {
        return seen;
      }
    }
  }

  /** How many entries of that kind come before the first that is so. */
  public int count(String event, Predicate<Seen> end) {
    int count = 0;
    for (Seen seen = next(); !end.test(seen); seen = next()) {
      count += seen.event().equals(event) ? 1 : 0;
    }
    return count;
  }

  private Seen next() {
    String id = "";
    String event = "";
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          byte[] data = line.substring(6).getBytes(StandardCharsets.UTF_8);
          return new Seen(id, event, Json.object(data));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("the feed has ended");
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
