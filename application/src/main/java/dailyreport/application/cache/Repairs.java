package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.PartRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts a record into the shared tier that only the local one has, because its commit had failed.
 * Parts cannot be had from it: they are asked for as jobs.
 */
final class Repairs {
  private final LocalTier local;
  private final SharedTier shared;
  private final RefreshJobs jobs;
  private final CacheEvents events;

  Repairs(LocalTier local, SharedTier shared, RefreshJobs jobs, CacheEvents events) {
    this.local = local;
    this.shared = shared;
    this.jobs = jobs;
    this.events = events;
  }

  /**
   * The entry with the tag it has in the shared tier now; tried once a window. Who has committed
   * since the caller looked is not replaced, but found by the next read.
   */
  Seen record(Seen mine, Deadline deadline) {
    Optional<Tags> tags = shared.tags(mine.entry().key(), deadline);
    if (tags.isPresent() && tags.get().record().exists() && !replaceable(mine, deadline)) {
      return mine;
    }
    Optional<Commit> commit =
        tags.flatMap(seen -> shared.commit(mine.entry(), List.of(), seen, deadline));
    Instant now = events.clock().instant();
    if (commit.isPresent() && commit.get() instanceof Commit.Committed(var tag)) {
      local.store(new LocalCopy(mine.entry(), tag, now));
      askForParts(mine.entry(), tags.get(), deadline);
      return new Seen(mine.entry(), mine.source(), tag, mine.freshness());
    }
    local.store(new LocalCopy(mine.entry(), mine.tag(), now));
    return mine;
  }

  /** Looked up after the tags were read: who commits after this look has changed a tag. */
  private boolean replaceable(Seen mine, Deadline deadline) {
    Optional<Lookup> there = shared.look(mine.entry().key(), Tag.none(), deadline);
    return there.isPresent()
        && switch (there.get()) {
          case Lookup.Found(var theirs, _) -> start(mine.entry()).isAfter(start(theirs));
          case Lookup.None(), Lookup.NotModified() -> true;
        };
  }

  private static Instant start(CacheEntry entry) {
    return entry.validity().startedAt();
  }

  private void askForParts(CacheEntry entry, Tags there, Deadline deadline) {
    if (entry instanceof CacheEntry.Positive(var key, var report, _)) {
      report.parts().stream()
          .map(PartRef::name)
          .filter(name -> !there.of(name).exists())
          .forEach(name -> jobs.send(new Job.Rebuild(key, name), deadline));
    }
  }
}
