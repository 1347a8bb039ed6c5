package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shared cache in memory; several instances under test may share one. */
public final class InMemorySharedCache implements SharedCache {
  private final InstantSource clock;
  private final Wire wire;
  private final Map<ReportKey, StoredRecord> records = new HashMap<>();
  private final Map<ReportKey, Map<PartName, StoredPart>> parts = new HashMap<>();
  private int written;
  private boolean recordRefused;

  private record StoredRecord(@Nullable CacheEntry entry, @Nullable Fault spoiled, Tag tag) {}

  private record StoredPart(Part part, Tag tag) {}

  public InMemorySharedCache(InstantSource clock) {
    this.clock = clock;
    this.wire = new Wire(clock);
  }

  /** What was asked of it, and the place to cut it off. */
  public Wire wire() {
    return wire;
  }

  /** Leaves a part behind as a writer does that dies before it writes the record. */
  public synchronized void leaveBehind(ReportKey key, Part part) {
    partsOf(key).put(part.ref().name(), new StoredPart(part, nextTag()));
  }

  /** Replaces the record by one that meets a reader with this fault. */
  public synchronized void spoil(ReportKey key, Fault fault) {
    records.put(key, new StoredRecord(null, fault, nextTag()));
  }

  /** The next commit of a bundle stores its parts, and then its record is refused. */
  public synchronized void refuseNextRecord() {
    recordRefused = true;
  }

  @Override
  public Lookup find(ReportKey key, Deadline deadline) {
    return findUnlessTagged(key, Tag.none(), deadline);
  }

  @Override
  public synchronized Lookup findUnlessTagged(ReportKey key, Tag known, Deadline deadline) {
    wire.pass("find", key, deadline);
    StoredRecord stored = records.get(key);
    if (stored == null) {
      return new Lookup.None();
    }
    if (stored.tag().equals(known)) {
      return new Lookup.NotModified();
    }
    CacheEntry entry = stored.entry();
    if (entry == null) {
      throw unbelievable(key, stored.spoiled() == null ? Fault.INVALID : stored.spoiled());
    }
    if (entry.validity().exceedsPolicy()) {
      throw unbelievable(key, Fault.METADATA);
    }
    if (entry.validity().startedAt().isAfter(clock.instant().plus(Validity.CLOCK_TOLERANCE))) {
      throw unbelievable(key, Fault.CLOCK);
    }
    return new Lookup.Found(entry, stored.tag());
  }

  private static PortException.Cache unbelievable(ReportKey key, Fault fault) {
    return new PortException.Cache(fault, "find " + key + ": " + fault.label(), null);
  }

  @Override
  public synchronized Tags tags(ReportKey key, Deadline deadline) {
    wire.pass("tags", key, deadline);
    var tags = new EnumMap<PartName, Tag>(PartName.class);
    partsOf(key).forEach((name, stored) -> tags.put(name, stored.tag()));
    return new Tags(tagOf(key), tags);
  }

  @Override
  public synchronized Commit commit(Bundle bundle, Tags expected, Deadline deadline) {
    ReportKey key = bundle.entry().key();
    wire.pass("commit", key, deadline);
    for (Part part : bundle.parts()) {
      StoredPart there = partsOf(key).get(part.ref().name());
      Tag tag = there == null ? Tag.none() : there.tag();
      boolean same = there != null && there.part().ref().equals(part.ref());
      if (!same && !tag.equals(expected.of(part.ref().name()))) {
        return new Commit.Conflict();
      }
    }
    if (recordRefused) {
      recordRefused = false;
      bundle.parts().forEach(part -> leaveBehind(key, part));
      throw new PortException.Cache(Fault.ERROR, "commit " + key + ": record refused", null);
    }
    Commit commit = store(bundle.entry(), expected.record());
    if (commit instanceof Commit.Committed) {
      bundle.parts().forEach(part -> leaveBehind(key, part));
    }
    return commit;
  }

  @Override
  public synchronized Commit commit(CacheEntry.Negative entry, Tag expected, Deadline deadline) {
    wire.pass("commit", entry.key(), deadline);
    return store(entry, expected);
  }

  private Commit store(CacheEntry entry, Tag expected) {
    StoredRecord there = records.get(entry.key());
    if (there != null && entry.equals(there.entry())) {
      return new Commit.Committed(there.tag());
    }
    if (!tagOf(entry.key()).equals(expected)) {
      return new Commit.Conflict();
    }
    var stored = new StoredRecord(entry, null, nextTag());
    records.put(entry.key(), stored);
    return new Commit.Committed(stored.tag());
  }

  @Override
  public synchronized Optional<byte[]> part(ReportKey key, PartRef ref, Deadline deadline) {
    wire.pass("part", key + " " + ref.name(), deadline);
    return Optional.ofNullable(partsOf(key).get(ref.name()))
        .map(StoredPart::part)
        .filter(part -> part.ref().equals(ref))
        .map(part -> part.bytes().clone());
  }

  @Override
  public synchronized void delete(Scope scope, Deadline deadline) {
    wire.pass("delete", scope, deadline);
    records.keySet().removeIf(scope::covers);
    // PDFs stay for the links that point at them.
    parts.forEach((key, byName) -> {
      if (scope.covers(key)) {
        byName.keySet().retainAll(Set.of(PartName.PDF));
      }
    });
  }

  private Map<PartName, StoredPart> partsOf(ReportKey key) {
    return parts.computeIfAbsent(key, _ -> new EnumMap<>(PartName.class));
  }

  private Tag tagOf(ReportKey key) {
    StoredRecord stored = records.get(key);
    return stored == null ? Tag.none() : stored.tag();
  }

  private Tag nextTag() {
    return new Tag("tag-" + ++written);
  }
}
