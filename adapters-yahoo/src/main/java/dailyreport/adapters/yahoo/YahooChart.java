package dailyreport.adapters.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dailyreport.application.port.Fault;
import dailyreport.domain.market.BarScreen;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.RawBar;
import dailyreport.domain.market.Underlying;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Yahoo's v8 chart, read with its traps: market-data.md, sections 2 and 3.
 *
 * @param name long name, else short name, else the symbol
 * @param prices screened bars, at least one
 */
record YahooChart(String name, PriceHistory prices) {
  /**
   * Reads the answer about one underlying.
   *
   * @throws Broken {@code NOT_FOUND} when Yahoo says so or has no rows, {@code INSANE} when the
   *     answer is about something else, in hundredths of a currency, or mostly bad rows
   */
  static YahooChart read(BoundedHttp.Reply reply, Underlying underlying) throws Broken {
    JsonNode chart = StrictJson.parse(reply.text()).path("chart");
    if (chart.path("error").path("code").asText("").equals("Not Found")) {
      throw notFound("the source does not know the symbol");
    }
    JsonNode result = chart.path("result").path(0);
    if (reply.status() != 200 || !result.isObject()) {
      throw malformed("HTTP " + reply.status() + " without a chart");
    }
    JsonNode meta = result.path("meta");
    String symbol = meta.path("symbol").asText("");
    if (!symbol.equalsIgnoreCase(underlying.symbol())) {
      throw insane("the answer is about another symbol");
    }
    String currency = meta.path("currency").asText("");
    if (!QuoteUnit.isWhole(currency)) {
      throw insane("the quote's currency is none we can use");
    }
    if (result.path("timestamp").isEmpty()) {
      throw notFound("the source has no bar of the symbol");
    }
    boolean adjusted = closes(result).size() == result.path("timestamp").size();
    BarScreen.Screened screened =
        BarScreen.screen(withoutDoubleDay(rows(result, zone(meta), adjusted)));
    var prices =
        new PriceHistory(underlying, currency, "yahoo", adjusted, screened.bars(), screened.bad());
    if (screened.bars().isEmpty() || settled(prices).unreliable()) {
      int bad = screened.bad().size();
      throw insane(bad + " of " + (bad + screened.bars().size()) + " rows are bad");
    }
    String name =
        StrictJson.text(meta.path("longName"))
            .or(() -> StrictJson.text(meta.path("shortName")))
            .orElse(underlying.symbol());
    return new YahooChart(name, prices);
  }

  private static List<RawBar> rows(JsonNode result, ZoneId zone, boolean adjusted) throws Broken {
    JsonNode quote = result.path("indicators").path("quote").path(0);
    var rows = new ArrayList<RawBar>();
    for (int i = 0; i < result.path("timestamp").size(); i++) {
      OptionalDouble close = StrictJson.number(quote.path("close").path(i));
      rows.add(
          new RawBar(
              session(result.path("timestamp").path(i), zone),
              StrictJson.number(quote.path("open").path(i)),
              StrictJson.number(quote.path("high").path(i)),
              StrictJson.number(quote.path("low").path(i)),
              close,
              adjusted ? StrictJson.number(closes(result).path(i)) : close,
              StrictJson.number(quote.path("volume").path(i))));
    }
    return rows;
  }

  private static JsonNode closes(JsonNode result) {
    return result.path("indicators").path("adjclose").path(0).path("adjclose");
  }

  /**
   * A row's time is the opening of its session, so its date is only right in the exchange's zone.
   */
  private static LocalDate session(JsonNode timestamp, ZoneId zone) throws Broken {
    try {
      if (timestamp.isIntegralNumber() && timestamp.canConvertToLong()) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(timestamp.longValue()), zone);
      }
    } catch (DateTimeException e) {
      throw malformed("a timestamp is out of range");
    }
    throw malformed("a timestamp is not a whole number");
  }

  private static ZoneId zone(JsonNode meta) throws Broken {
    try {
      return ZoneId.of(meta.path("exchangeTimezoneName").asText(""));
    } catch (DateTimeException e) {
      throw malformed("the exchange's time zone is missing or unknown");
    }
  }

  /**
   * While the exchange is open Yahoo may end with two rows of the same day, the later one live:
   * that one counts, unless it is empty.
   */
  private static List<RawBar> withoutDoubleDay(List<RawBar> rows) {
    int n = rows.size();
    if (n < 2 || !rows.get(n - 1).session().equals(rows.get(n - 2).session())) {
      return rows;
    }
    var single = new ArrayList<>(rows);
    single.remove(rows.get(n - 1).close().isPresent() ? n - 2 : n - 1);
    return single;
  }

  /** The history without its newest day, whose row may be unfinished. */
  private static PriceHistory settled(PriceHistory prices) {
    LocalDate newest = prices.bars().getLast().session();
    for (LocalDate bad : prices.bad()) {
      newest = bad.isAfter(newest) ? bad : newest;
    }
    return prices.upTo(newest.minusDays(1));
  }

  private static Broken notFound(String seen) {
    return Broken.of(Fault.NOT_FOUND, Broken.Again.NEVER, seen);
  }

  private static Broken insane(String seen) {
    return Broken.of(Fault.INSANE, Broken.Again.NEVER, seen);
  }

  private static Broken malformed(String seen) {
    return Broken.of(Fault.MALFORMED, Broken.Again.AT_ONCE, seen);
  }
}
