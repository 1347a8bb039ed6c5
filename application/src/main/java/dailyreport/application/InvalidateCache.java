package dailyreport.application;

import dailyreport.application.cache.TieredCache;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.time.Duration;
import java.time.InstantSource;

/** Lets an operator declare entries wrong (hard) or out of date (soft). */
public final class InvalidateCache {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final TieredCache cache;
  private final InstantSource clock;

  /** Invalidates in this cache. */
  public InvalidateCache(TieredCache cache, InstantSource clock) {
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * Invalidates everything of the scope that was begun before now.
   *
   * @throws PortException.Cache when it could not be written down: nothing was invalidated then
   */
  public void invalidate(Scope scope, Strength strength) {
    cache.invalidate(scope, strength, Deadline.in(LONGEST, clock.instant()));
  }
}
