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
import java.util.function.Supplier;

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
    return ask("get", () -> cache.find(key)).flatMap(found -> found).filter(this::believable);
  }

  /** Keeps a copy; whether that worked. */
  boolean store(LocalCopy copy) {
    return used
        && ask(
                "put",
                () -> {
                  cache.store(copy);
                  return true;
                })
            .isPresent();
  }

  void evict(Scope scope) {
    ask(
        "delete",
        () -> {
          cache.evict(scope);
          return true;
        });
  }

  /** No breaker: a tier in the same process fails fast, and gives itself up. */
  private <T> Optional<T> ask(String operation, Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (PortException.Cache e) {
      events.fault(Tier.LOCAL, operation, e.fault());
    } catch (RuntimeException | StackOverflowError | LinkageError bug) {
      events.fault(Tier.LOCAL, operation, Fault.ERROR);
    }
    return Optional.empty();
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
