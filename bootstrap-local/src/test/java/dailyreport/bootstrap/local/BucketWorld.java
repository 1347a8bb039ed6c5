package dailyreport.bootstrap.local;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.s3.S3Tier;
import dailyreport.adapters.sqlite.SqliteInvalidationLog;
import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.Secret;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SpendLedger;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.report.ReportKey;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The world as it is wired: SQLite files, the S3 adapter and records in JSON. Every instance has a
 * file and an S3 client of its own; all meet in one bucket of {@link FakeS3}.
 */
final class BucketWorld extends CacheWorld {
  static final ReportCodec CODEC = JacksonReportCodec.open();
  static final String ANY_RECORD = "cache/reports/.*/report\\.json";
  private static final Pattern RECORD_READ = Pattern.compile("GET " + ANY_RECORD);
  private static final Pattern RECORD_WRITTEN = Pattern.compile("PUT " + ANY_RECORD);

  /** What a loaded machine may lose; S19 alone is about the true soft timeout. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final FakeS3 s3 = FakeS3.start();
  private final Path dir;
  private final AtomicInteger folders = new AtomicInteger();
  private final List<S3Tier> opened = new CopyOnWriteArrayList<>();
  private final S3Tier observer;

  /**
   * An empty bucket.
   *
   * @param dir where the instances' files shall lie
   */
  BucketWorld(Path dir) {
    this.dir = dir;
    this.observer = tier(new RecordingEventLog());
  }

  private S3Tier tier(EventLog events) {
    S3Tier tier =
        S3Tier.openAt(
            s3.endpoint(),
            "us-east-1",
            FakeS3.BUCKET,
            "test-id",
            new Secret("test-key"),
            CODEC,
            clock,
            events);
    opened.add(tier);
    return tier;
  }

  private Path newFolder() {
    return dir.resolve("instance-" + folders.incrementAndGet());
  }

  private LocalCache file(Path folder, EventLog events) {
    return SqliteLocalCache.open(folder, SqliteLocalCache.DEFAULT_BYTES, CODEC, clock, events);
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
    S3Tier own = tier(events);
    return Tiers.hybrid(
            file(newFolder(), events),
            own.sharedCache(),
            own.generationLease(),
            own.invalidationLog())
        .patient(PATIENCE);
  }

  @Override
  public SharedCache shared() {
    return observer.sharedCache();
  }

  @Override
  public GenerationLease lease() {
    return observer.generationLease();
  }

  @Override
  public InvalidationLog log() {
    return observer.invalidationLog();
  }

  /** What the model has cost. */
  SpendLedger spend() {
    return observer.spendLedger();
  }

  /** A store that is down says 503, whatever a caller makes of it. */
  @Override
  public void cut(Fault fault) {
    s3.disruptAll(".*", new Disruption.Status(503));
  }

  @Override
  public void hang() {
    s3.disruptAll(".*", new Disruption.Hang());
  }

  @Override
  public void mend() {
    s3.heal();
  }

  @Override
  public void spoil(ReportKey key, Spoiling how) {
    StoredObject record = s3.object(record(key)).orElseThrow();
    s3.plant(
        record(key),
        new StoredObject(
            SpoiltRecord.of(record.bytes(), how), record.contentType(), record.metadata()));
  }

  @Override
  public void refuseNextRecord() {
    s3.disrupt(RECORD_WRITTEN.pattern(), new Disruption.Status(400));
  }

  @Override
  public long recordReads() {
    return requests(RECORD_READ);
  }

  @Override
  public long commits() {
    return requests(RECORD_WRITTEN);
  }

  private long requests(Pattern pattern) {
    return s3.requests().stream().filter(pattern.asMatchPredicate()).count();
  }

  @Override
  public long requests() {
    return s3.requests().size();
  }

  @Override
  public boolean leaseHeld(ReportKey key) {
    return s3.object("cache/leases/" + key.ticker() + "/" + key.session()).isPresent();
  }

  static String record(ReportKey key) {
    return "cache/reports/" + key.ticker() + "/" + key.session() + "/report.json";
  }

  @Override
  public void close() {
    s3.close();
    opened.forEach(S3Tier::close);
  }
}
