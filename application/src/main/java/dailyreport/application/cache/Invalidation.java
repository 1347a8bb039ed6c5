package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.util.Locale;

/** Makes older entries unusable or stale. The cut-off is the truth; deleting is hygiene. */
final class Invalidation {
  private final LocalTier local;
  private final SharedTier shared;
  private final Coherence coherence;
  private final CacheEvents events;

  Invalidation(LocalTier local, SharedTier shared, Coherence coherence, CacheEvents events) {
    this.local = local;
    this.shared = shared;
    this.coherence = coherence;
    this.events = events;
  }

  /**
   * Invalidates a scope.
   *
   * @throws PortException.Cache when the cut-off could not be stored: nothing was invalidated
   */
  void of(Scope scope, Strength strength, Deadline deadline) {
    coherence.raise(scope, strength, deadline);
    if (strength == Strength.HARD) {
      local.evict(scope);
      shared.delete(scope, deadline);
    }
    events
        .log()
        .record(new AppEvent.Invalidated(label(scope), strength.name().toLowerCase(Locale.ROOT)));
  }

  private static String label(Scope scope) {
    return switch (scope) {
      case Scope.All() -> "all";
      case Scope.OfTicker(_) -> "ticker";
      case Scope.OfSession(_) -> "session";
      case Scope.OfKey(_) -> "entry";
    };
  }
}
