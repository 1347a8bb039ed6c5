package dailyreport.adapters.s3;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bundles in the bucket: parts first, each conditional, then the record that names them. */
final class S3SharedCache implements SharedCache {
  /** For a whole commit: faults.md, section 2. */
  private static final Duration COMMIT = Duration.ofSeconds(6);

  private final S3Store store;
  private final ReportCodec codec;
  private final InstantSource clock;

  S3SharedCache(S3Store store, ReportCodec codec, InstantSource clock) {
    this.store = store;
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public Lookup find(ReportKey key, Deadline deadline) {
    return findUnlessTagged(key, Tag.none(), deadline);
  }

  @Override
  public Lookup findUnlessTagged(ReportKey key, Tag known, Deadline deadline) {
    return switch (store.get(S3Keys.record(key), known, Limits.READ, deadline)) {
      case S3Store.Read.Absent() -> new Lookup.None();
      case S3Store.Read.Unchanged() -> new Lookup.NotModified();
      case S3Store.Read.Present(var object) ->
          new Lookup.Found(believed(key, object), object.tag());
    };
  }

  private CacheEntry believed(ReportKey key, S3Store.Stored object) {
    CacheEntry entry = codec.decode(object.bytes());
    if (!entry.key().equals(key)) {
      throw unbelievable(Fault.INVALID, key, "the record is about " + entry.key());
    }
    Validity validity = entry.validity();
    RecordMetadata.complaint(object.metadata(), validity)
        .ifPresent(name -> {
          throw unbelievable(Fault.METADATA, key, "metadata " + name + " is not the record's");
        });
    if (validity.exceedsPolicy()) {
      throw unbelievable(Fault.METADATA, key, "it claims a longer life than any policy grants");
    }
    if (validity.startedAt().isAfter(clock.instant().plus(Validity.CLOCK_TOLERANCE))) {
      throw unbelievable(Fault.CLOCK, key, "it is from the future: " + validity.startedAt());
    }
    return entry;
  }

  private static PortException.Cache unbelievable(Fault fault, ReportKey key, String seen) {
    return new PortException.Cache(fault, "S3 GET " + S3Keys.record(key) + ": " + seen, null);
  }

  @Override
  public Tags tags(ReportKey key, Deadline deadline) {
    List<PartName> names = List.of(PartName.values());
    var objects = new ArrayList<String>(List.of(S3Keys.record(key)));
    names.forEach(name -> objects.add(S3Keys.part(key, name)));
    List<Tag> tags = InParallel.all(objects, object -> store.head(object, deadline));
    var parts = new EnumMap<PartName, Tag>(PartName.class);
    for (int i = 0; i < names.size(); i++) {
      Tag tag = tags.get(i + 1);
      if (tag.exists()) {
        parts.put(names.get(i), tag);
      }
    }
    return new Tags(tags.getFirst(), parts);
  }

  @Override
  public Commit commit(Bundle bundle, Tags expected, Deadline deadline) {
    Deadline end = store.atMost(COMMIT, deadline);
    ReportKey key = bundle.entry().key();
    List<Boolean> stored =
        InParallel.all(
            bundle.parts(),
            part -> {
              var upload = PartForm.upload(key, part);
              return put(upload, expected.of(part.ref().name()), end).isPresent();
            });
    return stored.contains(false)
        ? new Commit.Conflict()
        : commitRecord(bundle.entry(), expected.record(), end);
  }

  @Override
  public Commit commit(CacheEntry.Negative entry, Tag expected, Deadline deadline) {
    return commitRecord(entry, expected, store.atMost(COMMIT, deadline));
  }

  private Commit commitRecord(CacheEntry entry, Tag expected, Deadline deadline) {
    var upload =
        new S3Store.Upload(
            S3Keys.record(entry.key()),
            codec.encode(entry),
            "application/json",
            RecordMetadata.of(entry.validity()));
    return put(upload, expected, deadline)
        .<Commit>map(Commit.Committed::new)
        .orElseGet(Commit.Conflict::new);
  }

  /** After a refusal the object is read: a first attempt may have won and its answer been lost. */
  private Optional<Tag> put(S3Store.Upload upload, Tag expected, Deadline deadline) {
    Optional<Tag> tag = store.put(upload, expected, Limits.WRITE, deadline);
    if (tag.isEmpty()
        && store.get(upload.key(), Tag.none(), Limits.READ, deadline)
            instanceof S3Store.Read.Present(var there)
        && Arrays.equals(there.bytes(), upload.bytes())) {
      return Optional.of(there.tag());
    }
    return tag;
  }

  @Override
  public Optional<byte[]> part(ReportKey key, PartRef ref, Deadline deadline) {
    String object = S3Keys.part(key, ref.name());
    for (int read = 1; read <= 2; read++) { // once more, should the transfer be to blame: F46
      if (!(store.get(object, Tag.none(), Limits.READ, deadline)
          instanceof S3Store.Read.Present(var there))) {
        return Optional.empty();
      }
      Optional<byte[]> bytes = PartForm.bytes(ref, there.bytes());
      if (bytes.isPresent()) {
        return bytes;
      }
    }
    store.note("part", Fault.INVALID);
    return Optional.empty();
  }

  @Override
  public void delete(Scope scope, Deadline deadline) {
    Map<Boolean, List<S3Store.Listed>> objects =
        store.list(S3Keys.prefix(scope), deadline).stream()
            .filter(object -> S3Keys.reportOf(object.key()).filter(scope::covers).isPresent())
            .collect(Collectors.partitioningBy(object -> object.key().endsWith("/report.json")));
    // Records first: a part without a record is nothing, a record without its parts is poorer.
    // By tag: what has been committed since the listing is of a later generation, and stays.
    for (boolean records : new boolean[] {true, false}) {
      InParallel.all(
          objects.getOrDefault(records, List.of()),
          object -> store.delete(object.key(), object.tag(), deadline));
    }
  }
}
