package dailyreport.bootstrap.local.folder;

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
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** The shared tier as a folder, in the layout of the bucket; charts are plain PNG files. */
final class FolderSharedCache implements SharedCache {
  private static final String RECORDS = "cache/reports";

  private final FolderStore store;
  private final ReportCodec codec;
  private final InstantSource clock;

  FolderSharedCache(FolderStore store, ReportCodec codec, InstantSource clock) {
    this.store = store;
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public Lookup find(ReportKey key, Deadline deadline) {
    return store
        .attempt("reading the record of " + key, deadline, () -> store.read(record(key)))
        .<Lookup>map(bytes -> new Lookup.Found(believed(key, bytes), FolderStore.tag(bytes)))
        .orElseGet(Lookup.None::new);
  }

  @Override
  public Lookup findUnlessTagged(ReportKey key, Tag known, Deadline deadline) {
    Lookup found = find(key, deadline);
    return found instanceof Lookup.Found(_, Tag tag) && tag.equals(known)
        ? new Lookup.NotModified()
        : found;
  }

  private CacheEntry believed(ReportKey key, byte[] bytes) {
    CacheEntry entry = codec.decode(bytes);
    if (!entry.key().equals(key)) {
      throw new PortException.Cache(
          Fault.INVALID, "record of " + key + ": holds the key " + entry.key(), null);
    }
    if (entry.validity().startedAt().isAfter(clock.instant().plus(Validity.CLOCK_TOLERANCE))) {
      throw new PortException.Cache(
          Fault.CLOCK, "record of " + key + ": started in the future", null);
    }
    if (entry.validity().exceedsPolicy()) {
      throw new PortException.Cache(
          Fault.METADATA,
          "record of " + key + ": claims a longer life than any policy grants",
          null);
    }
    return entry;
  }

  @Override
  public Tags tags(ReportKey key, Deadline deadline) {
    return store.attempt(
        "reading tags of " + key,
        deadline,
        () -> {
          var parts = new EnumMap<PartName, Tag>(PartName.class);
          for (PartName name : PartName.values()) {
            Tag tag = store.tag(part(key, name));
            if (tag.exists()) {
              parts.put(name, tag);
            }
          }
          return new Tags(store.tag(record(key)), parts);
        });
  }

  @Override
  public Commit commit(Bundle bundle, Tags expected, Deadline deadline) {
    ReportKey key = bundle.entry().key();
    return store.alone(
        "storing " + key,
        deadline,
        () -> {
          if (conflicts(bundle, expected)) {
            return new Commit.Conflict();
          }
          for (Part part : bundle.parts()) {
            store.write(part(key, part.ref().name()), part.bytes());
          }
          return committed(bundle.entry());
        });
  }

  @Override
  public Commit commit(CacheEntry.Negative entry, Tag expected, Deadline deadline) {
    return store.alone(
        "storing " + entry.key(),
        deadline,
        () ->
            store.tag(record(entry.key())).equals(expected)
                ? committed(entry)
                : new Commit.Conflict());
  }

  /** Bytes that are there already are no conflict: our own commit, asked for again. */
  private boolean conflicts(Bundle bundle, Tags expected) throws IOException {
    ReportKey key = bundle.entry().key();
    Tag ours = FolderStore.tag(codec.encode(bundle.entry()));
    if (!unchanged(record(key), expected.record(), ours)) {
      return true;
    }
    for (Part part : bundle.parts()) {
      PartName name = part.ref().name();
      if (!unchanged(part(key, name), expected.of(name), new Tag(part.ref().sha256()))) {
        return true;
      }
    }
    return false;
  }

  private boolean unchanged(String file, Tag expected, Tag ours) throws IOException {
    Tag tag = store.tag(file);
    return tag.equals(expected) || tag.equals(ours);
  }

  private Commit committed(CacheEntry entry) throws IOException {
    byte[] record = codec.encode(entry);
    store.write(record(entry.key()), record);
    return new Commit.Committed(FolderStore.tag(record));
  }

  @Override
  public Optional<byte[]> part(ReportKey key, PartRef ref, Deadline deadline) {
    return store
        .attempt(
            "reading " + ref.name() + " of " + key,
            deadline,
            () -> store.read(part(key, ref.name())))
        .filter(bytes -> Part.sha256(bytes).equals(ref.sha256()));
  }

  @Override
  public void delete(Scope scope, Deadline deadline) {
    store.alone(
        "deleting entries",
        deadline,
        () -> {
          for (ReportKey key : keys()) {
            if (scope.covers(key)) {
              // The PDF stays: links to it outlive the record.
              store.delete(record(key));
              store.delete(part(key, PartName.CHART));
              store.delete(part(key, PartName.NEWS));
            }
          }
          return true;
        });
  }

  private List<ReportKey> keys() throws IOException {
    Path records = store.within(RECORDS);
    if (!Files.isDirectory(records)) {
      return List.of();
    }
    try (var files = Files.find(records, 3, (path, _) -> path.endsWith("report.json"))) {
      return files
          .map(path -> records.relativize(path))
          .flatMap(path -> key(path).stream())
          .toList();
    }
  }

  /** The key whose record lies there; empty for a file of somebody else's. */
  private static Optional<ReportKey> key(Path record) {
    if (record.getNameCount() != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ReportKey(
              new Ticker(record.getName(0).toString()),
              LocalDate.parse(record.getName(1).toString())));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  static String record(ReportKey key) {
    return RECORDS + "/" + key.ticker().symbol() + "/" + key.session() + "/report.json";
  }

  static String part(ReportKey key, PartName name) {
    String folder = RECORDS + "/" + key.ticker().symbol() + "/" + key.session();
    return switch (name) {
      case CHART -> folder + "/chart.png";
      case NEWS -> folder + "/news.json";
      case PDF -> "reports/" + key.ticker().symbol() + "/" + key.session() + ".pdf";
    };
  }
}
