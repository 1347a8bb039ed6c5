package dailyreport.application.cache;

import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this instance knows of invalidations, at most a window old, and what that makes of an entry.
 * While the log cannot be read the last copy decides; after ten minutes, or without any copy,
 * nothing counts as fresh any more.
 */
final class Coherence {
  /** How old knowledge of the shared tier may be. */
  static final Duration WINDOW = Duration.ofSeconds(60);

  private static final Duration UNREADABLE = Duration.ofMinutes(10);

  /** Time between attempts while the log cannot be read. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final InvalidationLog log;
  private final Tier tier;
  private final Breaker breaker;
  private final CacheEvents events;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Known known = new Known(Watermarks.none(), Instant.MIN, Instant.MIN);

  /** Instants of the last answer and of the last question. */
  private record Known(Watermarks watermarks, Instant readAt, Instant askedAt) {}

  Coherence(Tiers tiers, Breaker breaker, CacheEvents events) {
    this.log = tiers.log();
    this.tier = tiers.backend().shared() ? Tier.SHARED : Tier.LOCAL;
    this.breaker = breaker;
    this.events = events;
    this.clock = events.clock();
  }

  /** Grows with every invalidation this instance has heard of. */
  long epoch() {
    return known.watermarks().epoch();
  }

  /** Reads the log when knowledge is older than a window; one caller reads for all. */
  void refresh(Deadline deadline) {
    Instant now = clock.instant();
    if (!due(now)) {
      return;
    }
    try {
      if (reading.tryLock(deadline.remaining(now).toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          if (due(clock.instant())) {
            read(deadline);
          }
        } finally {
          reading.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads the log whatever is known; without an answer the last copy stands. */
  void read(Deadline deadline) {
    Instant now = clock.instant();
    if (!breaker.allows()) {
      return;
    }
    try {
      learn(log.current(deadline));
      breaker.answered();
    } catch (PortException.Cache e) {
      breaker.faulted(e.fault());
      events.fault(tier, "watermarks", e.fault());
      known = new Known(known.watermarks(), known.readAt(), now);
    }
  }

  /**
   * Raises a cut-off.
   *
   * @throws PortException.Cache when the log did not take it
   */
  void raise(Scope scope, Strength strength, Deadline deadline) {
    learn(log.raise(scope, strength, deadline));
  }

  /** What an entry is worth now. */
  Freshness judge(CacheEntry entry) {
    Freshness byTime = entry.at(clock.instant());
    if (hides(entry)) {
      return Freshness.EXPIRED;
    }
    return switch (byTime) {
      case FRESH -> softened(entry) || !trusted() ? Freshness.STALE : Freshness.FRESH;
      case NEGATIVE -> softened(entry) ? Freshness.EXPIRED : Freshness.NEGATIVE;
      case STALE, EXPIRED -> byTime;
    };
  }

  /** Whether a hard cut-off forbids to serve it. */
  boolean hides(CacheEntry entry) {
    return known.watermarks().hides(entry.key(), entry.validity().startedAt());
  }

  /** Whether a soft cut-off wants a newer one. */
  boolean softened(CacheEntry entry) {
    return known.watermarks().stales(entry.key(), entry.validity().startedAt());
  }

  /** Whether a look at the shared tier is recent enough. */
  boolean recent(Instant checkedAt) {
    return !checkedAt.isBefore(clock.instant().minus(WINDOW));
  }

  /** Watermarks as known, for links to entries of which no record is left. */
  Watermarks watermarks() {
    return known.watermarks();
  }

  private boolean trusted() {
    return known.readAt().isAfter(clock.instant().minus(UNREADABLE));
  }

  private boolean due(Instant now) {
    Known current = known;
    return current.readAt().isBefore(now.minus(WINDOW))
        && current.askedAt().isBefore(now.minus(RETRY));
  }

  /** An older answer that arrives late never undoes a newer one. */
  private synchronized void learn(Watermarks watermarks) {
    Instant now = clock.instant();
    known =
        new Known(
            watermarks.epoch() < known.watermarks().epoch() ? known.watermarks() : watermarks,
            now,
            now);
  }
}
