package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.Turn;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How does a hit in the local tier grow with the size of its record?
 *
 * <p>The tier and its file are real; the records are noise that nobody decodes, for no report has
 * 120 KB. What is left is the look-up, the copy out of SQLite and the digest over the record, which
 * is most of the growth.
 *
 * <pre>{@code ./bot bench L1HitByBytes}</pre>
 */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class L1HitByBytes extends LatencyBenchmark {
  /** Kilobytes of a record: about the smallest, a usual one, and three times as much. */
  @Param({"7", "30", "120"})
  int kilobytes = 7;

  private OpaqueRows stored = OpaqueRows.filled(0, 16);

  /** Fills the file and makes sure that each row is found as it was stored. */
  @Setup
  public void fill() {
    stored.close();
    stored = OpaqueRows.filled(LocalTierFile.ENTRIES, kilobytes * 1_000);
  }

  /** Deletes the file. */
  @TearDown
  public void delete() {
    stored.close();
  }

  /** A hit. */
  @Benchmark
  public Optional<LocalCopy> sqlite(Turn turn) {
    return stored.find(turn);
  }
}
