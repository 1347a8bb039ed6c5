package dailyreport.application.cache;

import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks in the tiers: cache.md, section 6, steps 1 and 3. Copies down verbatim, never makes. */
final class Lookups {
  private final LocalTier local;
  private final SharedTier shared;
  private final Coherence coherence;
  private final Judge judge;
  private final Repairs repairs;
  private final Duration softTimeout;
  private final CacheEvents events;

  Lookups(
      LocalTier local,
      SharedTier shared,
      Coherence coherence,
      Judge judge,
      Repairs repairs,
      Duration softTimeout,
      CacheEvents events) {
    this.local = local;
    this.shared = shared;
    this.coherence = coherence;
    this.judge = judge;
    this.repairs = repairs;
    this.softTimeout = softTimeout;
    this.events = events;
  }

  /**
   * A usable entry of the local tier, or a better one it led to: what was checked a window ago or
   * is stale is compared with the shared tier, as far as that answers soon.
   *
   * @param mayWrite whether the shared tier may be repaired from the local one
   */
  Optional<Seen> local(ReportKey key, Deadline deadline, boolean mayWrite) {
    Instant start = events.clock().instant();
    Optional<LocalCopy> copy = local.find(key);
    Duration took = events.since(start);
    boolean alive = copy.isPresent() && copy.get().entry().at(start) != Freshness.EXPIRED;
    // Counted from here: what the local tier took to open is not the shared tier's fault.
    Deadline patience =
        deadline.atMost(alive ? softTimeout : SharedTier.READ, events.clock().instant());
    coherence.refresh(patience);
    Optional<Seen> mine = copy.map(judge::local).filter(Seen::usable);
    if (mine.isPresent() && settled(copy.get(), mine.get())) {
      events.hit(Tier.LOCAL, mine.get(), took);
      return mine;
    }
    Optional<Seen> best = mine.map(seen -> confirmed(copy.get(), seen, patience, mayWrite));
    if (best.isPresent() && best.get().source() == CacheAnswer.Source.LOCAL) {
      events.hit(Tier.LOCAL, best.get(), took);
    } else if (local.used()) {
      events.miss(Tier.LOCAL, key, took);
      best.ifPresent(seen -> events.hit(Tier.SHARED, seen, events.since(start)));
    }
    return best;
  }

  /** A usable entry of the shared tier, copied to the local one as it is. */
  Optional<Seen> shared(ReportKey key, Deadline deadline) {
    if (!shared.used()) {
      return Optional.empty();
    }
    Instant start = events.clock().instant();
    Optional<Seen> found = sharedQuietly(key, deadline);
    found.ifPresentOrElse(
        seen -> events.hit(Tier.SHARED, seen, events.since(start)),
        () -> events.miss(Tier.SHARED, key, events.since(start)));
    return found;
  }

  /** An entry good enough, looked up once more for a caller who was already counted. */
  Optional<Seen> again(ReportKey key, Predicate<Seen> enough, Deadline deadline) {
    return local
        .find(key)
        .map(judge::local)
        .filter(seen -> seen.usable() && enough.test(seen))
        .or(() -> sharedQuietly(key, deadline).filter(enough));
  }

  /** An entry good enough that nothing bars, however old: to compare with, or to fall back on. */
  Optional<Seen> anyAge(ReportKey key, Predicate<Seen> enough, Deadline deadline) {
    Predicate<Seen> wanted = seen -> !judge.bars(seen.entry()) && enough.test(seen);
    return local
        .find(key)
        .map(judge::local)
        .filter(wanted)
        .or(() -> shared.look(key, Tag.none(), deadline).flatMap(judge::shared).filter(wanted));
  }

  private Optional<Seen> sharedQuietly(ReportKey key, Deadline deadline) {
    Optional<Seen> found =
        shared.look(key, Tag.none(), deadline).flatMap(judge::shared).filter(Seen::usable);
    found.ifPresent(this::copyDown);
    return found;
  }

  private Seen confirmed(LocalCopy copy, Seen mine, Deadline soft, boolean mayWrite) {
    Optional<Lookup> answer = shared.look(mine.entry().key(), copy.sharedTag(), soft);
    if (answer.isEmpty()) {
      return mine;
    }
    Optional<Seen> theirs = judge.shared(answer.get());
    if (theirs.isPresent() && theirs.get().sameGeneration(mine)) {
      // Committed after all, or a part of it was rebuilt: the shared record knows its parts.
      Seen renewed = theirs.get();
      copyDown(renewed);
      return new Seen(renewed.entry(), mine.source(), renewed.tag(), mine.freshness());
    }
    boolean newest = theirs.isEmpty() || mine.newerThan(theirs.get());
    if (!newest && theirs.get().usable()) {
      copyDown(theirs.get());
      return theirs.get();
    }
    if (newest && mayWrite && !(answer.get() instanceof Lookup.NotModified)) {
      return repairs.record(mine, soft);
    }
    markChecked(copy);
    return mine;
  }

  private void markChecked(LocalCopy copy) {
    local.store(new LocalCopy(copy.entry(), copy.sharedTag(), events.clock().instant()));
  }

  private void copyDown(Seen theirs) {
    if (local.store(new LocalCopy(theirs.entry(), theirs.tag(), events.clock().instant()))) {
      events.backfill(Tier.LOCAL, theirs.entry().key());
    }
  }

  private boolean settled(LocalCopy copy, Seen mine) {
    return !shared.used()
        || (mine.freshness() != Freshness.STALE && coherence.recent(copy.checkedAt()));
  }
}
