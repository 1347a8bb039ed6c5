package dailyreport.benchmarks.local;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.Tag;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.Report;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.IntStream;

/**
 * The production local tier in a folder of its own below the temporary directory. A fault, which
 * the tier would mend and report, ends the benchmark instead.
 */
public final class LocalTierFile implements AutoCloseable {
  /** Entries kept, as many as the receipts of our list over a few sessions. */
  public static final int ENTRIES = 200;

  private final Path folder;
  private final SqliteLocalCache cache;

  private LocalTierFile(Path folder, long mostBytes, ReportCodec codec) {
    this.folder = folder;
    this.cache =
        SqliteLocalCache.open(
            folder,
            mostBytes,
            codec,
            // Never later, so no hit is also a write of "last used".
            InstantSource.fixed(SampleReport.NOW),
            event -> {
              throw new IllegalStateException("the local tier reported " + event);
            });
  }

  /** A tier with its usual budget in that folder, of which it becomes the owner. */
  public static LocalTierFile in(Path folder) {
    return new LocalTierFile(folder, SqliteLocalCache.DEFAULT_BYTES, JacksonReportCodec.open());
  }

  /** A tier with its usual budget whose file does not exist yet. */
  public static LocalTierFile empty() {
    return in(ScratchFolder.make());
  }

  /** A tier with room for that many bytes, and with records of another form, in no file yet. */
  public static LocalTierFile empty(long mostBytes, ReportCodec codec) {
    return new LocalTierFile(ScratchFolder.make(), mostBytes, codec);
  }

  public LocalCache cache() {
    return cache;
  }

  /** Where the tier keeps its file. */
  public Path folder() {
    return folder;
  }

  /** The production codec's record of an entry. */
  static byte[] record(LocalCopy copy) {
    return JacksonReportCodec.open().encode(copy.entry());
  }

  /** {@link #ENTRIES} copies of one report, each under its own key, in the order of their keys. */
  public static LocalCopy[] copies(Report report) {
    return IntStream.range(0, ENTRIES)
        .mapToObj(SampleReport::key)
        .map(key -> copy(SampleReport.entry(report, key)))
        .toArray(LocalCopy[]::new);
  }

  /** An entry as a tier keeps it after it came from a bucket. */
  public static LocalCopy copy(CacheEntry entry) {
    return new LocalCopy(entry, new Tag("\"9b2cf535f27731c974343645a3985328\""), SampleReport.NOW);
  }

  /** Stores the copies and makes sure that each is found again as it was stored. */
  public void fill(LocalCopy... copies) {
    for (LocalCopy copy : copies) {
      cache.store(copy);
    }
    for (LocalCopy copy : copies) {
      requireKept(copy);
    }
  }

  /**
   * Makes sure that the tier gives back what was stored.
   *
   * @throws IllegalStateException otherwise
   */
  public void requireKept(LocalCopy stored) {
    if (!cache.find(stored.entry().key()).map(stored::equals).orElse(false)) {
      throw new IllegalStateException(stored.entry().key() + " is not found as it was stored");
    }
  }

  /** Gives the connection back, and what is left is a file for another tier. */
  void letGo() {
    cache.close();
  }

  /** Deletes the folder. */
  @Override
  public void close() {
    letGo();
    ScratchFolder.delete(folder);
  }
}
