package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The parts beside a record, for links and for repair. A link outlives the freshness of its report,
 * but no hard invalidation.
 */
public final class CachedParts {
  private final SharedTier shared;
  private final LocalTier local;
  private final Coherence coherence;
  private final Judge judge;
  private final RefreshJobs jobs;
  private final CacheEvents events;

  CachedParts(
      SharedTier shared,
      LocalTier local,
      Coherence coherence,
      Judge judge,
      RefreshJobs jobs,
      CacheEvents events) {
    this.shared = shared;
    this.local = local;
    this.coherence = coherence;
    this.judge = judge;
    this.jobs = jobs;
    this.events = events;
  }

  /** The bytes of a part; a damaged or lost one is empty, and asked for as a job. */
  public Optional<byte[]> bytes(ReportKey key, PartName name, Deadline deadline) {
    coherence.refresh(deadline);
    Optional<PartRef> ref = record(key, deadline).flatMap(found -> found.report().part(name));
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    Optional<Optional<byte[]>> part = shared.part(key, ref.get(), deadline);
    if (part.isPresent() && part.get().isEmpty()) {
      jobs.send(new Job.Rebuild(key, name), deadline);
    }
    return part.flatMap(bytes -> bytes);
  }

  /**
   * Whether a part of the key may be shown. Its record may be gone by now; then the part counts as
   * made when its session began, earlier than it can have been.
   */
  public boolean visible(ReportKey key, Deadline deadline) {
    coherence.refresh(deadline);
    Instant earliest = key.session().atStartOfDay(ZoneOffset.UTC).toInstant();
    return !coherence.watermarks().hides(key, earliest) || record(key, deadline).isPresent();
  }

  /**
   * Makes a part again and commits the record with its digest; validity and generation stay.
   *
   * @param draw makes the part, empty when it cannot
   * @return whether the record names the new part now
   */
  public boolean rebuild(
      ReportKey key, PartName name, Function<Report, Optional<Part>> draw, Deadline deadline) {
    coherence.refresh(deadline);
    Optional<Tags> before = shared.tags(key, deadline);
    Optional<CacheEntry.Positive> entry = record(key, deadline);
    if (before.isEmpty() || entry.isEmpty()) {
      return false;
    }
    Optional<Part> part = draw.apply(entry.get().report());
    if (part.isEmpty()) {
      return false;
    }
    CacheEntry.Positive renewed = with(entry.get(), part.get().ref());
    Optional<Commit> commit = shared.commit(renewed, List.of(part.get()), before.get(), deadline);
    if (commit.isPresent() && commit.get() instanceof Commit.Committed(var tag)) {
      local.store(new LocalCopy(renewed, tag, events.clock().instant()));
      return true;
    }
    return false;
  }

  private Optional<CacheEntry.Positive> record(ReportKey key, Deadline deadline) {
    return shared
        .look(key, Tag.none(), deadline)
        .filter(Lookup.Found.class::isInstance)
        .map(found -> ((Lookup.Found) found).entry())
        .filter(entry -> !judge.hides(entry))
        .filter(CacheEntry.Positive.class::isInstance)
        .map(CacheEntry.Positive.class::cast);
  }

  private static CacheEntry.Positive with(CacheEntry.Positive entry, PartRef renewed) {
    Report report = entry.report();
    List<PartRef> refs =
        Stream.concat(
                report.parts().stream().filter(ref -> ref.name() != renewed.name()),
                Stream.of(renewed))
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .toList();
    return new CacheEntry.Positive(entry.key(), report.withParts(refs), entry.validity());
  }
}
