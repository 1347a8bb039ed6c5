package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Commit;
<<<<<<< HEAD
=======
import dailyreport.application.port.SharedCache.Lookup;
>>>>>>> h/search
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.PartRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
<<<<<<< HEAD
   * The entry with the tag it has in the shared tier now; tried once a window.
   *
   * @param seen tag of the older record that was seen there: what came after that look stays
   */
  Seen record(Seen mine, Tag seen, Deadline deadline) {
    CacheEntry entry = mine.entry();
    Optional<Commit> commit = shared.commit(entry, List.of(), new Tags(seen, Map.of()), deadline);
=======
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
>>>>>>> h/search
    Instant now = events.clock().instant();
    if (commit.isPresent() && commit.get() instanceof Commit.Committed(var tag)) {
      local.store(new LocalCopy(entry, tag, now));
      shared.tags(entry.key(), deadline).ifPresent(there -> askForParts(entry, there, deadline));
      return new Seen(entry, mine.source(), tag, mine.freshness());
    }
    local.store(new LocalCopy(entry, mine.tag(), now));
    return mine;
  }

  /** Looked up after the tags were read: who commits after this look has changed a tag. */
  private boolean replaceable(Seen mine, Deadline deadline) {
    Optional<Lookup> there = shared.look(mine.entry().key(), Tag.none(), deadline);
    return there.isPresent()
        && !(there.get() instanceof Lookup.Found(var entry, _)
            && entry.validity().startedAt().isAfter(mine.entry().validity().startedAt()));
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
