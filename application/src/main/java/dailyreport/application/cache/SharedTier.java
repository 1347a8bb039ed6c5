package dailyreport.application.cache;

import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The shared tier behind its breaker. Every answer is empty when the tier could not be asked; what
 * it answered is not the same as what it did not.
 */
final class SharedTier {
  /** Longest a look-up may take: faults.md, section 2. */
  static final Duration READ = Duration.ofSeconds(2);

  /** Longest a commit may take. */
  static final Duration WRITE = Duration.ofSeconds(6);

  private final SharedCache cache;
  private final boolean used;
  private final Predicate<Report> output;
  private final Breaker breaker;
  private final CacheEvents events;

  SharedTier(Tiers tiers, EntryGate gate, Breaker breaker, CacheEvents events) {
    this.cache = tiers.shared();
    this.used = tiers.backend().shared();
    this.output = gate.output();
    this.breaker = breaker;
    this.events = events;
  }

  boolean used() {
    return used;
  }

  /** The record; one that must not be believed, or whose text fails the gate, counts as none. */
  Optional<Lookup> look(ReportKey key, Tag known, Deadline deadline) {
    Deadline read = deadline.atMost(READ, events.clock().instant());
    return ask(
            "get",
            () -> known.exists() ? cache.findUnlessTagged(key, known, read) : cache.find(key, read),
            new Lookup.None())
        .map(this::gated);
  }

  Optional<Tags> tags(ReportKey key, Deadline deadline) {
    return ask("head", () -> cache.tags(key, deadline.atMost(READ, events.clock().instant())));
  }

  Optional<Commit> commit(CacheEntry entry, List<Part> parts, Tags expected, Deadline deadline) {
    Deadline write = deadline.atMost(WRITE, events.clock().instant());
    return ask(
        "put",
        () ->
            switch (entry) {
              case CacheEntry.Positive positive ->
                  cache.commit(new Bundle(positive, parts), expected, write);
              case CacheEntry.Negative negative -> cache.commit(negative, expected.record(), write);
            });
  }

  /** The bytes; an inner empty when the part is absent or not the one asked for. */
  Optional<Optional<byte[]>> part(ReportKey key, PartRef ref, Deadline deadline) {
    return ask(
        "part", () -> cache.part(key, ref, deadline.atMost(WRITE, events.clock().instant())));
  }

  void delete(Scope scope, Deadline deadline) {
    ask(
        "delete",
        () -> {
          cache.delete(scope, deadline);
          return true;
        });
  }

  private Lookup gated(Lookup lookup) {
    if (lookup instanceof Lookup.Found(CacheEntry.Positive positive, _)
        && !output.test(positive.report())) {
      events.fault(Tier.SHARED, "get", Fault.INVALID);
      return new Lookup.None();
    }
    return lookup;
  }

  private <T> Optional<T> ask(String operation, Supplier<T> call) {
    return ask(operation, call, Optional.empty());
  }

  private <T> Optional<T> ask(String operation, Supplier<T> call, T whenUntrusted) {
    return ask(operation, call, Optional.of(whenUntrusted));
  }

  private <T> Optional<T> ask(String operation, Supplier<T> call, Optional<T> whenUntrusted) {
    if (!used || !breaker.allows()) {
      return Optional.empty();
    }
    try {
      T answer = call.get();
      breaker.answered();
      return Optional.of(answer);
    } catch (PortException.Cache e) {
      breaker.faulted(e.fault());
      events.fault(Tier.SHARED, operation, e.fault());
      return switch (e.fault()) {
        case INVALID, METADATA, CLOCK -> whenUntrusted;
        default -> Optional.empty();
      };
    }
  }
}
