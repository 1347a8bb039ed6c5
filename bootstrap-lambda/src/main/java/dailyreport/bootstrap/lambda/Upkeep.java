package dailyreport.bootstrap.lambda;

import dailyreport.application.InvalidateCache;
import dailyreport.application.PrewarmCache;
import dailyreport.application.TickerDirectory;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.market.Ticker;
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
  private final DailyDigest digest;

  Upkeep(
      PrewarmCache prewarmCache,
      InvalidateCache invalidateCache,
      TickerDirectory directory,
      DailyDigest digest) {
    this.prewarmCache = prewarmCache;
    this.invalidateCache = invalidateCache;
    this.directory = directory;
    this.digest = digest;
  }

  /** Has the reports of a group's new session made, and tells how many, and who was left out. */
  SequencedMap<String, Object> prewarm(ExchangeGroup group, Deadline deadline) {
    PrewarmCache.Result result = prewarmCache.prewarm(group.tickers(directory), deadline);
    var told = about("prewarm");
    told.put("group", group.name().toLowerCase(Locale.ROOT));
    told.put("queued", result.queued());
    told.put("alreadyFresh", result.alreadyFresh());
    told.put("leftOut", result.leftOut());
    return told;
  }

  /** What there is to tell an operator once a day; Lambda has it mailed. */
  SequencedMap<String, Object> digest(Deadline deadline) {
    var told = about("digest");
    digest.addTo(told, deadline);
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
