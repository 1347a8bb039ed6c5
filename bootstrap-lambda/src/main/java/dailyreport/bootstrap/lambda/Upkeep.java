package dailyreport.bootstrap.lambda;

import dailyreport.application.CheckHolidays;
import dailyreport.application.InvalidateCache;
import dailyreport.application.PrewarmCache;
import dailyreport.application.TickerDirectory;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.market.Ticker;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What schedules and operators ask of the worker. Each answer is a small flat object that is the
 * function's result.
 */
final class Upkeep {
  private final PrewarmCache prewarmCache;
  private final InvalidateCache invalidateCache;
  private final TickerDirectory directory;
  private final CheckHolidays checkHolidays;
  private final InstantSource clock;

  Upkeep(
      PrewarmCache prewarmCache,
      InvalidateCache invalidateCache,
      TickerDirectory directory,
      CheckHolidays checkHolidays,
      InstantSource clock) {
    this.prewarmCache = prewarmCache;
    this.invalidateCache = invalidateCache;
    this.directory = directory;
    this.checkHolidays = checkHolidays;
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
    var told = about("digest");
    told.put("at", clock.instant());
    told.put("listed", directory.all().size());
    told.put("holidayFilesSoonOver", checkHolidays.soonOver().sequencedKeySet().stream().toList());
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
