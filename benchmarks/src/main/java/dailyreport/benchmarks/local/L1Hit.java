package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.report.ReportKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does a hit in the local tier cost, from the key to the decoded report?
 *
 * <p>The file holds {@value LocalTierFile#ENTRIES} entries, is open and lies in the page cache.
 * {@code hashMap} is the floor: the same entries as objects in memory, with no digest to check and
 * nothing to decode.
 *
 * <pre>{@code java @benchmarks/java.args L1Hit}</pre>
 */
public class L1Hit extends LatencyBenchmark {
  /** Bars of history behind the report, which decide the size of its record. */
  @Param({"" + SampleReport.SEASONED, "" + SampleReport.NEWLY_LISTED})
  int bars;

  private final LocalTierFile local = LocalTierFile.empty();
  private final Map<ReportKey, LocalCopy> memory = new HashMap<>();
  private ReportKey[] keys = {};

  /** Fills file and map with the same copies. */
  @Setup
  public void fill() {
    LocalCopy[] copies = LocalTierFile.copies(SampleReport.of(bars));
    local.fill(copies);
    keys = Arrays.stream(copies).map(copy -> copy.entry().key()).toArray(ReportKey[]::new);
    for (LocalCopy copy : copies) {
      memory.put(copy.entry().key(), copy);
    }
  }

  /** Deletes the file. */
  @TearDown
  public void delete() {
    local.close();
  }

  /** A hit in SQLite. */
  @Benchmark
  public Optional<LocalCopy> sqlite(Turn turn) {
    return local.cache().find(keys[turn.of(keys.length)]);
  }

  /** A hit in a map. */
  @Benchmark
  public Optional<LocalCopy> hashMap(Turn turn) {
    return Optional.ofNullable(memory.get(keys[turn.of(keys.length)]));
  }
}
