package dailyreport.bootstrap.local.folder;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.sqlite.SqliteInvalidationLog;
import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.SharedCache;
import dailyreport.bootstrap.local.SpoiltRecord;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.scenarios.Ports;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The world of the command line without a bucket: SQLite files and one shared folder. */
final class FolderWorld extends CacheWorld {
  private static final ReportCodec CODEC = JacksonReportCodec.open();
  private final Path dir;
  private final AtomicInteger folders = new AtomicInteger();
  private final FolderStore store;
  private final SharedCache shared;
  private final GenerationLease lease;
  private final InvalidationLog log;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final AtomicBoolean recordRefused = new AtomicBoolean();
  private volatile @Nullable Fault fault;

  FolderWorld(Path dir) {
    this.dir = dir;
    this.store = new FolderStore(dir.resolve("shared"), clock);
    this.shared = onTheWire(SharedCache.class, new FolderSharedCache(store, CODEC, clock));
    this.lease = onTheWire(GenerationLease.class, new FolderGenerationLease(store, clock));
    this.log = onTheWire(InvalidationLog.class, new FolderInvalidationLog(store, clock));
  }

  /** A folder has no network: what a wire would do, count and break, is put in front of it. */
  private <T> T onTheWire(Class<T> port, T target) {
    return Ports.around(
        port,
        target,
        (method, arguments, call) -> {
          calls.add(method);
          Fault seen = fault;
          if (seen != null) {
            return broken(method, seen);
          }
          if (arguments[0] instanceof Bundle bundle && recordRefused.getAndSet(false)) {
            return leavePartsOf(bundle, (Deadline) arguments[2]);
          }
          return call.run();
        });
  }

  /** As the ports say: leases are never had and never throw, all else throws. */
  private static @Nullable Object broken(String method, Fault seen) {
    return switch (method) {
      case "tryAcquire" -> new GenerationLease.Claim.Unavailable();
      case "release", "coolDown" -> null;
      default -> throw new PortException.Cache(seen, method + ": the folder is gone", null);
    };
  }

  private Object leavePartsOf(Bundle bundle, Deadline deadline) {
    return store.alone(
        "parts without a record",
        deadline,
        () -> {
          for (Part part : bundle.parts()) {
            store.write(
                FolderSharedCache.part(bundle.entry().key(), part.ref().name()), part.bytes());
          }
          throw new IOException("the record is refused");
        });
  }

  private LocalCache file(Path folder, EventLog events) {
    return SqliteLocalCache.open(folder, SqliteLocalCache.DEFAULT_BYTES, CODEC, clock, events);
  }

  private Path newFolder() {
    return dir.resolve("instance-" + folders.incrementAndGet());
  }

  @Override
  public LocalCache newLocalCache() {
    return file(newFolder(), new RecordingEventLog());
  }

  @Override
  public Tiers localTiers() {
    Path folder = newFolder();
    var events = new RecordingEventLog();
    return Tiers.sqlite(file(folder, events), SqliteInvalidationLog.open(folder, clock, events));
  }

  @Override
  public Tiers tiers(EventLog events) {
    return Tiers.hybrid(file(newFolder(), events), shared, lease, log);
  }

  @Override
  public SharedCache shared() {
    return shared;
  }

  @Override
  public GenerationLease lease() {
    return lease;
  }

  @Override
  public InvalidationLog log() {
    return log;
  }

  @Override
  public void cut(Fault fault) {
    this.fault = fault;
  }

  @Override
  public void mend() {
    fault = null;
  }

  @Override
  public void spoil(ReportKey key, Spoiling how) {
    String record = FolderSharedCache.record(key);
    try {
      store.write(record, SpoiltRecord.of(store.read(record).orElseThrow(), how));
    } catch (IOException e) {
      throw new UncheckedIOException(record, e);
    }
  }

  @Override
  public void refuseNextRecord() {
    recordRefused.set(true);
  }

  @Override
  public long recordReads() {
    return calls.stream().filter(call -> call.startsWith("find")).count();
  }

  @Override
  public long commits() {
    return calls.stream().filter("commit"::equals).count();
  }

  @Override
  public long requests() {
    return calls.size();
  }

  @Override
  public boolean leaseHeld(ReportKey key) {
    return Files.exists(store.within("cache/leases/" + key.ticker() + "/" + key.session()));
  }
}
