package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does it cost to keep a report in the local tier, from the entry to the row?
 *
 * <p>Each call encodes the entry and replaces the row of the same start, one transaction each, in a
 * file of {@value LocalTierFile#ENTRIES} rows. Checkpoints of the write-ahead log fall on some of
 * the calls, so look at the tail too. The figure depends on the file system of the temporary
 * directory.
 *
 * <pre>{@code ./bot bench L1Put}</pre>
 */
public class L1Put extends LatencyBenchmark {
  private final LocalTierFile local = LocalTierFile.empty();
  private LocalCopy[] copies = {};

  /** Fills the file, so that every measured call replaces. */
  @Setup
  public void fill() {
    copies = LocalTierFile.copies(SampleReport.of(SampleReport.SEASONED));
    local.fill(copies);
  }

  /** Makes sure that every row is still as it was stored, and deletes the file. */
  @TearDown
  public void checkAndDelete() {
    for (LocalCopy copy : copies) {
      local.requireKept(copy);
    }
    local.close();
  }

  /** Replaces a row; answers what it stored. */
  @Benchmark
  public LocalCopy replace(Turn turn) {
    LocalCopy copy = copies[turn.of(copies.length)];
    local.cache().store(copy);
    return copy;
  }
}
