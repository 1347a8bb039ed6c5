package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Commit;
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
   * The entry with the tag it has in the shared tier now; tried once a window.
   *
   * @param seen tag of the older record that was seen there: what came after that look stays
   */
  Seen record(Seen mine, Tag seen, Deadline deadline) {
    CacheEntry entry = mine.entry();
    Optional<Commit> commit = shared.commit(entry, List.of(), new Tags(seen, Map.of()), deadline);
    Instant now = events.clock().instant();
    if (commit.isPresent() && commit.get() instanceof Commit.Committed(var tag)) {
      local.store(new LocalCopy(entry, tag, now));
      shared.tags(entry.key(), deadline).ifPresent(there -> askForParts(entry, there, deadline));
      return new Seen(entry, mine.source(), tag, mine.freshness());
    }
    local.store(new LocalCopy(entry, mine.tag(), now));
    return mine;
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
