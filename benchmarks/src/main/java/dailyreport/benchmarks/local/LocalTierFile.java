package dailyreport.benchmarks.local;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Tag;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The production local tier in a folder of its own below the temporary directory, with its usual
 * budget. A fault, which the tier would mend and report, ends the benchmark instead.
 */
public final class LocalTierFile implements AutoCloseable {
  /** Entries kept, as many as the receipts of our list over a few sessions. */
  public static final int ENTRIES = 200;

  private final Path folder;
  private final LocalCache cache;

  private LocalTierFile(Path folder) {
    this.folder = folder;
    this.cache =
        SqliteLocalCache.open(
            folder,
            SqliteLocalCache.DEFAULT_BYTES,
            JacksonReportCodec.open(),
            // Never later, so no hit is also a write of "last used".
            InstantSource.fixed(SampleReport.NOW),
            event -> {
              throw new IllegalStateException("the local tier reported " + event);
            });
  }

  /** A tier in that folder, of which it becomes the owner. */
  public static LocalTierFile in(Path folder) {
    return new LocalTierFile(folder);
  }

  /** A tier whose file does not exist yet. */
  public static LocalTierFile empty() {
    try {
      return in(Files.createTempDirectory("dailyreport-benchmark"));
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder below the temporary directory", e);
    }
  }

  public LocalCache cache() {
    return cache;
  }

  /** {@link #ENTRIES} copies of one report, each under its own key, in the order of their keys. */
  public static LocalCopy[] copies(Report report) {
    return IntStream.range(0, ENTRIES)
        .mapToObj(SampleReport::key)
        .map(key -> copy(report, key))
        .toArray(LocalCopy[]::new);
  }

  private static LocalCopy copy(Report report, ReportKey key) {
    return new LocalCopy(
        SampleReport.entry(report, key),
        new Tag("\"9b2cf535f27731c974343645a3985328\""),
        SampleReport.NOW);
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

  /** Deletes the folder; the open file goes with the process. */
  @Override
  public void close() {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + folder, e);
    }
  }
}
