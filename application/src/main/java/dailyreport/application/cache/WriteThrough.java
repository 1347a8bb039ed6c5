package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** Stores what was generated in both tiers at once: cache.md, section 6, steps 6 and 7. */
final class WriteThrough {
  private final LocalTier local;
  private final SharedTier shared;
  private final Coherence coherence;
  private final CacheEvents events;

  WriteThrough(LocalTier local, SharedTier shared, Coherence coherence, CacheEvents events) {
    this.local = local;
    this.shared = shared;
    this.coherence = coherence;
    this.events = events;
  }

  /**
   * Stores an entry unless an invalidation came while it was made.
   *
   * @param expected what the shared tier held before; empty when it could not be asked
   * @return the entry with its tag, or the newer one of another writer
   */
  Seen store(CacheEntry entry, List<Part> parts, Optional<Tags> expected, Deadline deadline) {
    Instant start = events.clock().instant();
    events.log().record(new AppEvent.StageStarted(entry.key(), Stage.STORE));
    coherence.read(deadline.atMost(SharedTier.READ, start));
    Seen stored =
        coherence.hides(entry)
            ? made(entry, Tag.none())
            : inParallel(entry, parts, expected, deadline);
    events
        .log()
        .record(
            new AppEvent.StageEnded(
                entry.key(),
                Stage.STORE,
                events.since(start),
                stored.tag().exists() || !shared.used()));
    return stored;
  }

  private Seen inParallel(
      CacheEntry entry, List<Part> parts, Optional<Tags> expected, Deadline deadline) {
    Seen committed;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // Marked as never checked: if the commit fails, the next read repairs the shared tier.
      threads.execute(() -> local.store(new LocalCopy(entry, Tag.none(), Instant.EPOCH)));
      committed =
          expected
              .map(tags -> commit(entry, parts, tags, deadline))
              .orElseGet(() -> made(entry, Tag.none()));
    }
    if (committed.tag().exists()) {
      local.store(new LocalCopy(committed.entry(), committed.tag(), events.clock().instant()));
    }
    return committed;
  }

  private Seen commit(CacheEntry entry, List<Part> parts, Tags expected, Deadline deadline) {
    Optional<Commit> first = shared.commit(entry, parts, expected, deadline);
    if (first.isPresent() && first.get() instanceof Commit.Conflict) {
      Optional<Seen> winner = winner(entry, deadline);
      return winner.orElseGet(() ->
          made(
              entry,
              shared
                  .tags(entry.key(), deadline)
                  .flatMap(tags -> shared.commit(entry, parts, tags, deadline))
                  .map(WriteThrough::tag)
                  .orElse(Tag.none())));
    }
    return made(entry, first.map(WriteThrough::tag).orElse(Tag.none()));
  }

  /** The entry of another writer, if its generation started later than ours. */
  private Optional<Seen> winner(CacheEntry ours, Deadline deadline) {
    return shared
        .look(ours.key(), Tag.none(), deadline)
        .filter(Lookup.Found.class::isInstance)
        .map(Lookup.Found.class::cast)
        .map(found ->
            new Seen(
                found.entry(),
                CacheAnswer.Source.SHARED,
                found.tag(),
                coherence.judge(found.entry())))
        .filter(seen -> seen.usable() && seen.newerThan(made(ours, Tag.none())));
  }

  private static Tag tag(Commit commit) {
    return switch (commit) {
      case Commit.Committed(var tag) -> tag;
      case Commit.Conflict() -> Tag.none();
    };
  }

  private static Seen made(CacheEntry entry, Tag tag) {
    return new Seen(
        entry,
        CacheAnswer.Source.GENERATED,
        tag,
        entry instanceof CacheEntry.Negative ? Freshness.NEGATIVE : Freshness.FRESH);
  }
}
