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

  /** A record that must not be believed is read several times on the way to its successor. */
  private static final Duration APART = Duration.ofSeconds(60);

  private static final int MOST_COMPLAINTS = 1_000;

  private final SharedCache cache;
  private final boolean used;
  private final Predicate<Report> output;
  private final TierAccess access;
  private final CacheEvents events;
  private final Lately<Complaint> told;

  private record Complaint(ReportKey key, Fault fault) {}

  SharedTier(Tiers tiers, EntryGate gate, TierAccess access, CacheEvents events) {
    this.cache = tiers.shared();
    this.used = tiers.backend().shared();
    this.output = gate.output();
    this.access = access;
    this.events = events;
    this.told = new Lately<>(events.clock(), APART, MOST_COMPLAINTS);
  }

  boolean used() {
    return used;
  }

  /** The record; one that must not be believed, or whose text fails the gate, counts as none. */
  Optional<Lookup> look(ReportKey key, Tag known, Deadline deadline) {
    Deadline read = within(READ, deadline);
    return ask("get", read, () -> believed(key, known, read));
  }

  private Lookup believed(ReportKey key, Tag known, Deadline read) {
    try {
      Lookup lookup =
          known.exists() ? cache.findUnlessTagged(key, known, read) : cache.find(key, read);
      return lookup instanceof Lookup.Found(CacheEntry.Positive positive, _)
              && !passes(positive.report())
          ? distrusted(key, Fault.INVALID)
          : lookup;
    } catch (PortException.Cache e) {
      return switch (e.fault()) {
        case INVALID, METADATA, CLOCK -> distrusted(key, e.fault());
        default -> throw e;
      };
    }
  }

  private Lookup distrusted(ReportKey key, Fault fault) {
    if (told.add(new Complaint(key, fault))) {
      events.fault(Tier.SHARED, "get", fault);
    }
    return new Lookup.None();
  }

  /** A check that breaks on a text of somebody else has not let it pass. */
  private boolean passes(Report report) {
    try {
      return output.test(report);
    } catch (RuntimeException | StackOverflowError bug) {
      return false;
    }
  }

  Optional<Tags> tags(ReportKey key, Deadline deadline) {
    Deadline read = within(READ, deadline);
    return ask("head", read, () -> cache.tags(key, read));
  }

  Optional<Commit> commit(CacheEntry entry, List<Part> parts, Tags expected, Deadline deadline) {
    Deadline write = within(WRITE, deadline);
    return ask(
        "put",
        write,
        () ->
            switch (entry) {
              case CacheEntry.Positive positive ->
                  cache.commit(new Bundle(positive, parts), expected, write);
              case CacheEntry.Negative negative -> cache.commit(negative, expected.record(), write);
            });
  }

  /** The bytes; an inner empty when the part is absent or not the one asked for. */
  Optional<Optional<byte[]>> part(ReportKey key, PartRef ref, Deadline deadline) {
    Deadline read = within(WRITE, deadline);
    return ask("part", read, () -> cache.part(key, ref, read));
  }

  void delete(Scope scope, Deadline deadline) {
    ask(
        "delete",
        deadline,
        () -> {
          cache.delete(scope, deadline);
          return true;
        });
  }

  private Deadline within(Duration cap, Deadline deadline) {
    return deadline.atMost(cap, events.clock().instant());
  }

  private <T> Optional<T> ask(String operation, Deadline deadline, Supplier<T> call) {
    return used ? access.ask(operation, deadline, call) : Optional.empty();
  }
}
