package dailyreport.application.cache;

import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.ReportKey;
import java.util.Optional;

/** The local tier, whose faults are misses, counted and nothing more. */
final class LocalTier {
  private final LocalCache cache;
  private final boolean used;
  private final CacheEvents events;

  LocalTier(Tiers tiers, CacheEvents events) {
    this.cache = tiers.local();
    this.used = tiers.backend().local();
    this.events = events;
  }

  boolean used() {
    return used;
  }

  /** The copy, unless its row claims what no policy grants or no clock has reached. */
  Optional<LocalCopy> find(ReportKey key) {
    try {
      return cache.find(key).filter(this::believable);
    } catch (PortException.Cache e) {
      events.fault(Tier.LOCAL, "get", e.fault());
      return Optional.empty();
    }
  }

  /** Keeps a copy; whether that worked. */
  boolean store(LocalCopy copy) {
    if (!used) {
      return false;
    }
    try {
      cache.store(copy);
      return true;
    } catch (PortException.Cache e) {
      events.fault(Tier.LOCAL, "put", e.fault());
      return false;
    }
  }

  void evict(Scope scope) {
    try {
      cache.evict(scope);
    } catch (PortException.Cache e) {
      events.fault(Tier.LOCAL, "delete", e.fault());
    }
  }

  private boolean believable(LocalCopy copy) {
    Validity validity = copy.entry().validity();
    if (validity.exceedsPolicy()) {
      events.fault(Tier.LOCAL, "get", Fault.METADATA);
      return false;
    }
    if (validity.startedAt().isAfter(events.clock().instant().plus(Validity.CLOCK_TOLERANCE))) {
      events.fault(Tier.LOCAL, "get", Fault.CLOCK);
      return false;
    }
    return true;
  }
}
