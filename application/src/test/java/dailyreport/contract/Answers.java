package dailyreport.contract;

import dailyreport.application.port.Answer;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Links;
import dailyreport.application.port.Said;
import dailyreport.application.port.Secret;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Ticker;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One answer of every kind, and events they answer. */
public final class Answers {
  public static final URI LINK_BASE = URI.create("https://bot.example");
  public static final Links LINKS =
      new Links(
          Optional.of(LINK_BASE.resolve("/r/chart/DBS19/2025-11-11/0123456789abcdef")),
          Optional.of(LINK_BASE.resolve("/r/pdf/DBS19/2025-11-11/0123456789abcdef")));
  public static final Answer.Ready READY =
      new Answer.Ready(
          Examples.report(), Freshness.FRESH, LINKS, tickers("UOB19", "SIA19", "SGX19"));

  private Answers() {}

  /** At least one of every kind. */
  public static List<Answer> all() {
    return List.of(
        READY,
        new Answer.Ready(Examples.report(), Freshness.STALE, Links.none(), List.of()),
        new Answer.Preparing(Examples.KEY),
        new Answer.Unknown("DBS18", tickers("DBS19", "UOB19", "SIA19")),
        new Answer.Unknown("", List.of()),
        new Answer.NoData(Examples.DBS.ticker()),
        new Answer.Denied(Optional.of(Examples.KEY)),
        new Answer.Help(),
        new Answer.Welcome(),
        new Answer.Hint(),
        listing());
  }

  /** A page of the list with two markets. */
  public static Answer.Listing listing() {
    return new Answer.Listing(
        List.of(
            Examples.DBS,
            Examples.instrument("UOB19", "U11.SI", Exchange.SGX, "SGD"),
            Examples.instrument("NVDA19", "NVDA", Exchange.NASDAQ, "USD")),
        2,
        5);
  }

  /** A text of a person that is that old at {@link Examples#NOW}; every id has its own token. */
  public static Incoming incoming(String eventId, Duration age) {
    return incoming(eventId, Examples.NOW.minus(age), Incoming.Kind.USER);
  }

  public static Incoming incoming(String eventId, Instant time, Incoming.Kind kind) {
    return new Incoming(
        eventId,
        time,
        new Incoming.Source(
            kind,
            new Secret((kind == Incoming.Kind.USER ? "U" : "C") + "-chat-canary"),
            Optional.of(new Secret("U-chat-canary"))),
        new Secret("reply-canary-" + eventId),
        Optional.of(new Secret("quote-canary")),
        LINK_BASE,
        new Said.Text("DBS19", false));
  }

  private static List<Ticker> tickers(String... symbols) {
    return List.of(symbols).stream().map(Ticker::new).toList();
  }
}
