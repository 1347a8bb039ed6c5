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
  private final Judge judge;
  private final CacheEvents events;

  WriteThrough(
      LocalTier local, SharedTier shared, Coherence coherence, Judge judge, CacheEvents events) {
    this.local = local;
    this.shared = shared;
    this.coherence = coherence;
    this.judge = judge;
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
        judge.hides(entry) ? made(entry, Tag.none()) : inParallel(entry, parts, expected, deadline);
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
              .orElseGet(() -> settled(entry, parts, deadline));
    }
    if (committed.tag().exists()) {
      local.store(new LocalCopy(committed.entry(), committed.tag(), events.clock().instant()));
    }
    return committed;
  }

  private Seen commit(CacheEntry entry, List<Part> parts, Tags expected, Deadline deadline) {
    Optional<Commit> first = shared.commit(entry, parts, expected, deadline);
    return first.isPresent() && first.get() instanceof Commit.Conflict
        ? settled(entry, parts, deadline)
        : made(entry, first.map(WriteThrough::tag).orElse(Tag.none()));
  }

  /**
   * Where it is not known what ours would replace: the other writer's entry if its generation did
   * not start before ours, else ours in its place. Tags are read before the look, so that only what
   * was seen is replaced; what could not be looked at stays.
   */
  private Seen settled(CacheEntry ours, List<Part> parts, Deadline deadline) {
    Optional<Tags> tags = shared.tags(ours.key(), deadline);
    Optional<Lookup> look = shared.look(ours.key(), Tag.none(), deadline);
    Seen made = made(ours, Tag.none());
    Optional<Seen> winner = look.flatMap(judge::shared).filter(seen -> !made.newerThan(seen));
    if (winner.isPresent() || look.isEmpty()) {
      return winner.filter(Seen::usable).orElse(made);
    }
    return tags.flatMap(seen -> shared.commit(ours, parts, seen, deadline))
        .map(commit -> made(ours, tag(commit)))
        .orElse(made);
  }

  private static Tag tag(Commit commit) {
    return switch (commit) {
      case Commit.Committed(var tag) -> tag;
      case Commit.Conflict() -> Tag.none();
    };
  }

  /** As it is worth by now: a generation can be overtaken by the close it was made before. */
  private Seen made(CacheEntry entry, Tag tag) {
    Freshness freshness =
        switch (entry) {
          case CacheEntry.Negative _ -> Freshness.NEGATIVE;
          case CacheEntry.Positive _ ->
              entry.at(events.clock().instant()) == Freshness.FRESH
                  ? Freshness.FRESH
                  : Freshness.STALE;
        };
    return new Seen(entry, CacheAnswer.Source.GENERATED, tag, freshness);
  }
}
