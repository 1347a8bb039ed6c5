package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.Endpoint;
import dailyreport.bootstrap.local.serve.Request;
import dailyreport.bootstrap.local.serve.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The feed as server-sent events; a page that comes back goes on after its last entry. */
final class FeedStream implements Endpoint {
  /** A line without meaning shows by then whether anybody still listens. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final Feed feed;

  FeedStream(Feed feed) {
    this.feed = feed;
  }

  @Override
  public Response answer(Request request) {
    long last =
        request
            .header("Last-Event-ID")
            .filter(id -> id.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(0L);
    return Response.stream("text/event-stream; charset=utf-8", out -> write(last, out))
        .with("X-Accel-Buffering", "no");
  }

  private void write(long from, OutputStream out) throws IOException {
    long last = from;
    send("retry: 1000\n\n", out);
    try {
      while (!feed.closed()) {
        List<Feed.Entry> entries = feed.after(last, SILENCE);
        var text = new StringBuilder(entries.isEmpty() ? ":\n\n" : "");
        for (Feed.Entry entry : entries) {
          text.append("id: ").append(entry.id());
          text.append("\nevent: ").append(entry.event());
          text.append("\ndata: ").append(entry.data()).append("\n\n");
          last = entry.id();
        }
        send(text.toString(), out);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
