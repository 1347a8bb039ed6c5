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
 * How does a hit in the local tier grow with the number of entries?
 *
 * <p>The tier and its file are real; the records are 1 KB of noise that nobody decodes, so that the
 * look-up is not lost beside the decoding, and a file of 100,000 is filled in seconds. Keys are
 * asked for in random order over all rows. The fewest rows are the baseline.
 *
 * <pre>{@code ./bot bench L1HitByRows}</pre>
 */
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class L1HitByRows extends LatencyBenchmark {
  /** A tenth of the smallest report: where the record matters least. */
  static final int RECORD_BYTES = 1_000;

  /** Rows in the file. */
  @Param({"100", "1000", "10000", "100000"})
  int rows = 100;

  private OpaqueRows stored = OpaqueRows.filled(0, 16);

  /** Fills the file and makes sure that each row is found as it was stored. */
  @Setup
  public void fill() {
    stored.close();
    stored = OpaqueRows.filled(rows, RECORD_BYTES);
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
