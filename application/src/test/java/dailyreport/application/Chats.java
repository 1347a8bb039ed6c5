package dailyreport.application;

import dailyreport.application.port.Incoming;
import dailyreport.application.port.Said;
import dailyreport.application.port.Secret;
import dailyreport.contract.Examples;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Events as tests need them; each has an id of its own. */
final class Chats {
  static final Secret CHANNEL_SECRET = new Secret("channel-secret");
  private static final AtomicInteger EVENTS = new AtomicInteger();

  private Chats() {}

  static Incoming typed(String text) {
    return said(new Said.Text(text, false));
  }

  static Incoming said(Said said) {
    return incoming(Incoming.Kind.USER, "user-1", Examples.NOW.minusMillis(300), said);
  }

  static Incoming inGroup(Said said) {
    return incoming(Incoming.Kind.GROUP, "user-1", Examples.NOW.minusMillis(300), said);
  }

  static Incoming incoming(Incoming.Kind kind, String user, Instant time, Said said) {
    return new Incoming(
        "event-" + EVENTS.incrementAndGet(),
        time,
        new Incoming.Source(kind, new Secret("chat-1"), Optional.of(new Secret(user))),
        new Secret("reply-token"),
        Optional.empty(),
        URI.create("https://bot.example/webhook"),
        said);
  }
}
