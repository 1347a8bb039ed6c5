package dailyreport.adapters.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.Pause;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Headlines from Yahoo's search. It can be off topic: the companies an item names travel with it,
 * and the domain chooses. Videos and items without title, publisher, time or https link are left
 * out.
 */
public final class YahooNewsFeed implements NewsFeed {
  private static final Duration IN_ALL = Duration.ofSeconds(4);
  private static final int LARGEST_BODY = 2 * 1024 * 1024;
  private static final int LONGEST_LINK = 2_000;

  /** 2100: a later time is a mistake of the source, and no year that a date could print. */
  private static final long LATEST = 4_102_444_800L;

  private final Attempts attempts;
  private final YahooHosts hosts;
  private final InstantSource clock;
  private final EventLog events;

  YahooNewsFeed(Attempts attempts, YahooHosts hosts, InstantSource clock, EventLog events) {
    this.attempts = attempts;
    this.hosts = hosts;
    this.clock = clock;
    this.events = events;
  }

  /** Yahoo's public hosts. */
  public static NewsFeed open(InstantSource clock, EventLog events) {
    return open(YahooHosts.PUBLIC, clock, events, Pause.real());
  }

  /**
   * A stand-in for all of Yahoo's hosts.
   *
   * @param base https, or http on a loopback address
   * @throws IllegalArgumentException for any other base
   */
  public static NewsFeed open(URI base, InstantSource clock, EventLog events) {
    return open(YahooHosts.all(base), clock, events, Pause.real());
  }

  static NewsFeed open(YahooHosts hosts, InstantSource clock, EventLog events, Pause pause) {
    var http = BoundedHttp.to(hosts.origins(), BoundedHttp.CONNECT);
    var attempts = new Attempts(http, clock, events, pause);
    return new YahooNewsFeed(attempts, hosts, clock, events);
  }

  @Override
  public List<Headline> recent(Underlying underlying, int limit, Deadline deadline) {
    String resource =
        "/v1/finance/search?q="
            + YahooHosts.encoded(underlying.symbol())
            + "&quotesCount=0&newsCount=20";
    var question =
        new Question(
            "news",
            "Yahoo news of " + underlying.symbol(),
            LARGEST_BODY,
            IN_ALL,
            YahooHosts.HEADERS,
            (attempt, pass) -> hosts.resource(attempt, resource),
            Question.Gate.NONE,
            false);
    List<Headline> headlines =
        attempts.ask(question, deadline.atMost(IN_ALL, clock.instant()), this::read);
    return Headline.newestFirst(headlines).stream().limit(limit).toList();
  }

  private List<Headline> read(BoundedHttp.Reply reply) throws Broken {
    JsonNode items = StrictJson.parse(reply.text()).path("news");
    if (reply.status() != 200 || !items.isArray()) {
      throw Broken.of(
          Fault.MALFORMED, Broken.Again.AT_ONCE, "HTTP " + reply.status() + " without news");
    }
    var headlines = new ArrayList<Headline>();
    int dropped = 0;
    for (JsonNode item : items) {
      Optional<Headline> headline = headline(item);
      headline.ifPresent(headlines::add);
      dropped += headline.isEmpty() ? 1 : 0;
    }
    if (dropped > 0) {
      events.record(new AppEvent.NewsDropped(dropped));
    }
    return headlines;
  }

  private static Optional<Headline> headline(JsonNode item) {
    Optional<String> title = StrictJson.text(item.path("title"));
    Optional<String> publisher = StrictJson.text(item.path("publisher"));
    Optional<URI> link = link(item.path("link").asText(""));
    JsonNode time = item.path("providerPublishTime");
    boolean story = item.path("type").asText("").equals("STORY");
    boolean dated = time.isIntegralNumber() && time.longValue() > 0 && time.longValue() < LATEST;
    if (!story || !dated || title.isEmpty() || publisher.isEmpty() || link.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Headline(
            title.get(),
            publisher.get(),
            Instant.ofEpochSecond(time.longValue()),
            link.get(),
            symbols(item.path("relatedTickers"))));
  }

  private static Optional<URI> link(String text) {
    if (text.length() > LONGEST_LINK) {
      return Optional.empty();
    }
    try {
      var link = new URI(text);
      return "https".equals(link.getScheme()) && link.getHost() != null
          ? Optional.of(link)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Set<String> symbols(JsonNode related) {
    var symbols = new HashSet<String>();
    related.forEach(symbol -> StrictJson.text(symbol).ifPresent(symbols::add));
    return symbols;
  }
}
