package dailyreport.bootstrap.lambda;

import dailyreport.application.InvalidateCache;
import dailyreport.application.PrewarmCache;
import dailyreport.application.TickerDirectory;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What schedules and operators ask of the worker. Each answer is a small flat object that is the
 * function's result.
 */
final class Upkeep {
  /** From here on the next year's holidays are to be fetched: lambda.md, section 5. */
  private static final long SOON_OVER_DAYS = 60;

  private final PrewarmCache prewarmCache;
  private final InvalidateCache invalidateCache;
  private final TickerDirectory directory;
  private final TradingCalendar calendar;
  private final EventLog events;
  private final InstantSource clock;

  Upkeep(
      PrewarmCache prewarmCache,
      InvalidateCache invalidateCache,
      TickerDirectory directory,
      TradingCalendar calendar,
      EventLog events,
      InstantSource clock) {
    this.prewarmCache = prewarmCache;
    this.invalidateCache = invalidateCache;
    this.directory = directory;
    this.calendar = calendar;
    this.events = events;
    this.clock = clock;
  }

  /** Has the reports of a group's new session made, and tells how many. */
  SequencedMap<String, Object> prewarm(ExchangeGroup group) {
    PrewarmCache.Result result = prewarmCache.prewarm(group.tickers(directory));
    var told = about("prewarm");
    told.put("group", group.name().toLowerCase(Locale.ROOT));
    told.put("queued", result.queued());
    told.put("alreadyFresh", result.alreadyFresh());
    told.put("leftOut", result.leftOut());
    return told;
  }

  /**
   * What the function knows by itself. How the product was used is in the events of all instances,
   * of which no function sees but its own.
   */
  SequencedMap<String, Object> digest() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var daysLeft = new TreeMap<String, Long>();
    for (Exchange exchange : Exchange.values()) {
      daysLeft.put(exchange.calendar(), calendar.daysCovered(exchange, today));
    }
    daysLeft.values().removeIf(days -> days >= SOON_OVER_DAYS);
    daysLeft.forEach((name, days) -> events.record(new AppEvent.HolidayFileEnds(name, days)));
    var told = about("digest");
    told.put("at", now);
    told.put("listed", directory.all().size());
    told.put("holidayFilesSoonOver", daysLeft.sequencedKeySet().stream().toList());
    told.put("usage", "not counted here, see the events in the functions' logs");
    return told;
  }

  /**
   * Declares entries wrong or out of date.
   *
   * @throws InputException when the ticker is not listed: a slip would invalidate nothing, silently
   * @throws PortException.Cache when nothing was invalidated
   */
  SequencedMap<String, Object> invalidate(Scope scope, Strength strength) {
    if (ticker(scope).filter(ticker -> directory.find(ticker).isEmpty()).isPresent()) {
      throw new InputException("worker event: the ticker is not listed");
    }
    invalidateCache.invalidate(scope, strength);
    var told = about("invalidate");
    told.put("strength", strength.name().toLowerCase(Locale.ROOT));
    told.put("done", "yes");
    return told;
  }

  private static Optional<Ticker> ticker(Scope scope) {
    return switch (scope) {
      case Scope.OfTicker(var ticker) -> Optional.of(ticker);
      case Scope.OfKey(var key) -> Optional.of(key.ticker());
      case Scope.All(), Scope.OfSession(_) -> Optional.empty();
    };
  }

  private static SequencedMap<String, Object> about(String event) {
    var told = new LinkedHashMap<String, Object>();
    told.put("v", "1");
    told.put("event", event);
    return told;
  }
}
