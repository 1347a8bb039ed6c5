package dailyreport.bootstrap.local.simulator;

import dailyreport.bootstrap.local.serve.LocalServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The person at the page, and LINE between that person and the bot. */
final class Person {
  /** Marks our own requests, which the page is told of with more than a stranger's. */
  static final String MARK = "X-Simulated-Event";

  private static final int PATIENCE_MILLIS = 10_000;

  private final URI webhook;
  private final Channel channel;
  private final ReplyTokens tokens;
  private final Ids ids;
  private final Feed feed;
  private final InstantSource clock;
  private final Channel forger = Channel.random();
  private final AtomicReference<Optional<SimulatedEvent>> last =
      new AtomicReference<>(Optional.empty());

  /** Somebody whose events go to that server. */
  Person(
      LocalServer server,
      Channel channel,
      ReplyTokens tokens,
      Ids ids,
      Feed feed,
      InstantSource clock) {
    this.webhook = server.address().resolve("/webhook");
    this.channel = channel;
    this.tokens = tokens;
    this.ids = ids;
    this.feed = feed;
    this.clock = clock;
  }

  /** Does something; what became of its webhook request. */
  Map<String, Object> does(Ask ask) {
    Instant time = clock.instant().minus(ask.age());
    String token =
        SimulatedEvent.answerable(ask.kind()) && !ask.forged()
            ? tokens.issue(ask.chat(), time)
            : ask.forged() ? ids.hex(32) : "";
    var event = new SimulatedEvent(ids.ulid(time), time, ask, token);
    if (!ask.forged()) {
      last.set(Optional.of(event));
      said(event);
    }
    return post(event, false);
  }

  /** Has LINE deliver the last event again; empty when there was none. */
  Optional<Map<String, Object>> again() {
    return last.get()
        .map(event -> {
          tokens.renew(event.replyToken());
          return post(event, true);
        });
  }

  private void said(SimulatedEvent event) {
    var said = new LinkedHashMap<String, Object>();
    said.put("eventId", event.id());
    said.put("kind", event.ask().label());
    said.put("text", event.said());
    said.put("chat", event.ask().chat().label());
    feed.add("said", said);
  }

  private Map<String, Object> post(SimulatedEvent event, boolean redelivery) {
    byte[] body = event.body(redelivery, ids);
    Instant start = clock.instant();
    int status = post(event, body);
    long millis = Duration.between(start, clock.instant()).toMillis();
    boolean forged = event.ask().forged();
    var seen = new LinkedHashMap<String, Object>();
    seen.put("eventId", event.id());
    seen.put("status", status);
    seen.put("millis", millis);
    var answer = Map.copyOf(seen);
    seen.put("what", forged ? "forged" : redelivery ? "redelivery" : event.ask().label());
    seen.put("redelivery", redelivery);
    seen.put("chat", event.ask().chat().label());
    feed.add("webhook", seen);
    return answer;
  }

  private int post(SimulatedEvent event, byte[] body) {
    try {
      var connection = (HttpURLConnection) webhook.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      // Not buffered, and so never sent a second time behind our back.
      connection.setFixedLengthStreamingMode(body.length);
      connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
      connection.setRequestProperty(
          "X-Line-Signature", (event.ask().forged() ? forger : channel).signature(body));
      connection.setRequestProperty(MARK, event.id());
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      int status = connection.getResponseCode();
      connection.disconnect();
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
