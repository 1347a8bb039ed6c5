package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.report.ReportKey;
import java.util.Arrays;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does a hit in the local tier cost, from the key to the decoded report?
 *
 * <p>The file holds {@value LocalTierFile#ENTRIES} entries, is open and lies in the page cache.
 * Nothing stands in. {@code raw} is the floor: the record alone, read by the same driver from the
 * same file over one prepared statement, with no digest checked and nothing decoded.
 *
 * <pre>{@code ./bot bench L1Hit}</pre>
 */
public class L1Hit extends LatencyBenchmark {
  /** Bars of history behind the report, which decide the size of its record. */
  @Param({"" + SampleReport.SEASONED, "" + SampleReport.SECOND_DAY})
  int bars = SampleReport.SEASONED;

  private final LocalTierFile local = LocalTierFile.empty();
  private RawRows rows = RawRows.none();
  private ReportKey[] keys = {};

  /** Fills the file, and makes sure that both ways find what was stored. */
  @Setup
  public void fill() {
    LocalCopy[] copies = LocalTierFile.copies(SampleReport.of(bars));
    local.fill(copies);
    rows = RawRows.in(local.folder());
    rows.requireKept(copies);
    keys = Arrays.stream(copies).map(copy -> copy.entry().key()).toArray(ReportKey[]::new);
  }

  /** Deletes the file. */
  @TearDown
  public void delete() {
    rows.close();
    local.close();
  }

  /** A hit. */
  @Benchmark
  public Optional<LocalCopy> sqlite(Turn turn) {
    return local.cache().find(keys[turn.of(keys.length)]);
  }

  /** The record alone. */
  @Benchmark
  public byte[] raw(Turn turn) {
    return rows.record(keys[turn.of(keys.length)]);
  }
}
