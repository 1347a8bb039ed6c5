package dailyreport.adapters.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.Pause;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.application.port.Secret;
import dailyreport.domain.market.BarScreen;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.RawBar;
import dailyreport.domain.market.Underlying;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Daily bars from Twelve Data: a second source for who has a key. One request a call, one credit of
 * about 800 a day and 8 a minute on the free plan, which by what its users report covers exchanges
 * of the United States only. Bars are adjusted for splits only, and there are no company figures.
 *
 * <p>A refusal is a JSON object with {@code code}, {@code message} and {@code status: error}; the
 * HTTP status may be that code or 200, so the body is what counts.
 */
public final class TwelveDataMarketData implements MarketData {
  /** The service's own address. */
  public static final URI PUBLIC = URI.create("https://api.twelvedata.com");

  private static final Duration IN_ALL = Duration.ofSeconds(12);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final int LARGEST_BODY = 2 * 1024 * 1024;

  /** As many sessions as 950 days have at most. */
  private static final int SESSIONS = 680;

  private final Attempts attempts;
  private final URI base;
  private final Secret key;
  private final InstantSource clock;

  private TwelveDataMarketData(Attempts attempts, URI base, Secret key, InstantSource clock) {
    this.attempts = attempts;
    this.base = base;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Twelve Data's public host.
   *
   * @throws IllegalArgumentException when the key cannot stand in a header
   */
  public static MarketData open(Secret key, InstantSource clock, EventLog events) {
    return open(PUBLIC, key, clock, events);
  }

  /**
   * A stand-in for Twelve Data's host.
   *
   * @param base https, or http on a loopback address
   * @throws IllegalArgumentException for any other base, and when the key cannot stand in a header
   */
  public static MarketData open(URI base, Secret key, InstantSource clock, EventLog events) {
    return open(base, key, clock, events, Pause.real());
  }

  static MarketData open(URI base, Secret key, InstantSource clock, EventLog events, Pause pause) {
    if (!key.value().matches("[\\x21-\\x7e]+")) {
      // The HTTP client would quote a header value that it refuses.
      throw new IllegalArgumentException(
          "Twelve Data's key must be of visible ASCII characters without spaces");
    }
    var http = BoundedHttp.to(List.of(base), BoundedHttp.CONNECT);
    return new TwelveDataMarketData(new Attempts(http, clock, events, pause), base, key, clock);
  }

  @Override
  public Quotes quotes(Underlying underlying, Deadline deadline) {
    URI address =
        base.resolve(
            "/time_series?interval=1day&order=ASC&adjust=splits&outputsize="
                + SESSIONS
                + "&symbol="
                + YahooHosts.encoded(localSymbol(underlying))
                + market(underlying.exchange()));
    var question =
        new Question(
            "twelvedata",
            "Twelve Data bars of " + underlying.symbol(),
            LARGEST_BODY,
            ATTEMPT,
            // In a header, so that the key is in no address.
            Map.of("Accept", "application/json", "Authorization", "apikey " + key.value()),
            (attempt, pass) -> address,
            Question.Gate.NONE,
            false);
    try {
      PriceHistory prices =
          attempts.askPlainly(
              question,
              deadline.atMost(IN_ALL, clock.instant()),
              reply -> answer(reply, underlying));
      return new Quotes.Found(Company.named(underlying.symbol()), prices);
    } catch (PortException.Market e) {
      if (e.fault() == Fault.NOT_FOUND) {
        return new Quotes.Unknown();
      }
      throw e;
    }
  }

  private static PriceHistory answer(BoundedHttp.Reply reply, Underlying underlying) throws Broken {
    Optional<Broken> refusal = TwelveDataRefusal.in(reply);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    return Replies.readUsable(reply, usable -> read(usable, underlying));
  }

  private static PriceHistory read(BoundedHttp.Reply reply, Underlying underlying) throws Broken {
    JsonNode answer = StrictJson.parse(reply.text());
    if (reply.status() != 200 || !answer.path("status").asText("").equals("ok")) {
      throw malformed("HTTP " + reply.status() + " without bars");
    }
    JsonNode meta = answer.path("meta");
    if (!meta.path("symbol").asText("").equals(localSymbol(underlying))
        || !sameZone(meta.path("exchange_timezone"), underlying.exchange())) {
      throw insane("the answer is about another symbol or market");
    }
    String currency = meta.path("currency").asText("");
    if (!QuoteUnit.isWhole(currency)) {
      throw insane("the quote's currency is none we can use");
    }
    if (answer.path("values").isEmpty()) {
      throw Broken.of(Fault.NOT_FOUND, Broken.Again.NEVER, "the source has no bar of the symbol");
    }
    BarScreen.Screened screened = BarScreen.screen(rows(answer.path("values")));
    var prices =
        new PriceHistory(
            underlying, currency, "twelvedata", false, screened.bars(), screened.bad());
    if (screened.bars().isEmpty() || prices.unreliable()) {
      throw insane(screened.bad().size() + " rows are bad");
    }
    return prices;
  }

  private static List<RawBar> rows(JsonNode values) throws Broken {
    var rows = new ArrayList<RawBar>();
    for (JsonNode value : values) {
      OptionalDouble close = figure(value.path("close"));
      rows.add(
          new RawBar(
              session(value.path("datetime").asText("")),
              figure(value.path("open")),
              figure(value.path("high")),
              figure(value.path("low")),
              close,
              close,
              figure(value.path("volume"))));
    }
    // Newest first is the source's own order, should it not hear that we want the other one.
    return rows.getFirst().session().isAfter(rows.getLast().session()) ? rows.reversed() : rows;
  }

  /** Daily values are dated in the exchange's zone already. */
  private static LocalDate session(String date) throws Broken {
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw malformed("a value has no date");
    }
  }

  /** Figures are texts in this source. */
  private static OptionalDouble figure(JsonNode node) {
    String text = node.asText("");
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,15})?")
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /** Two markets may know the same symbol; a name of a zone may be spelt in more than one way. */
  private static boolean sameZone(JsonNode told, Exchange exchange) {
    try {
      ZoneId zone = ZoneId.of(told.asText(""));
      Instant noon = Instant.parse("2025-01-01T12:00:00Z");
      return zone.getRules().getOffset(noon).equals(exchange.zone().getRules().getOffset(noon));
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The symbol without Yahoo's suffix. */
  private static String localSymbol(Underlying underlying) {
    return switch (underlying.exchange()) {
      case NYSE, NASDAQ, ARCA -> underlying.symbol();
      case SGX, TSE, HKEX, HOSE, TWSE, HAM -> underlying.symbol().split("\\.", 2)[0];
    };
  }

  /** ISO 10383 code as a query parameter; for the United States the symbol is enough. */
  private static String market(Exchange exchange) {
    return switch (exchange) {
      case NYSE, NASDAQ, ARCA -> "";
      case SGX -> "&mic_code=XSES";
      case TSE -> "&mic_code=XJPX";
      case HKEX -> "&mic_code=XHKG";
      case HOSE -> "&mic_code=XSTC";
      case TWSE -> "&mic_code=XTAI";
      case HAM -> "&mic_code=XHAM";
    };
  }

  private static Broken malformed(String seen) {
    return Broken.of(Fault.MALFORMED, Broken.Again.NEVER, seen);
  }

  private static Broken insane(String seen) {
    return Broken.of(Fault.INSANE, Broken.Again.NEVER, seen);
  }
}
