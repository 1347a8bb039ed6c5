package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.report.ReportKey;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does it cost to learn that the local tier does not have a report?
 *
 * <p>{@code amongOthers} asks a file with {@value LocalTierFile#ENTRIES} other entries, {@code
 * withoutFile} the tier of an instance that has stored nothing yet.
 *
 * <pre>{@code ./bot bench L1Miss}</pre>
 */
public class L1Miss extends LatencyBenchmark {
  private final LocalTierFile filled = LocalTierFile.empty();
  private final LocalTierFile untouched = LocalTierFile.empty();
  private final ReportKey[] absent =
      IntStream.range(LocalTierFile.ENTRIES, 2 * LocalTierFile.ENTRIES)
          .mapToObj(SampleReport::key)
          .toArray(ReportKey[]::new);

  /** Fills one of the files and makes sure that nobody has the keys that will be asked for. */
  @Setup
  public void fill() {
    filled.fill(LocalTierFile.copies(SampleReport.of(SampleReport.SEASONED)));
    for (ReportKey key : absent) {
      if (filled.cache().find(key).isPresent() || untouched.cache().find(key).isPresent()) {
        throw new IllegalStateException(key + " was never stored and is found");
      }
    }
  }

  /** Deletes the files. */
  @TearDown
  public void delete() {
    filled.close();
    untouched.close();
  }

  /** A miss in a file. */
  @Benchmark
  public Optional<LocalCopy> amongOthers(Turn turn) {
    return filled.cache().find(absent[turn.of(absent.length)]);
  }

  /** A miss for want of a file. */
  @Benchmark
  public Optional<LocalCopy> withoutFile(Turn turn) {
    return untouched.cache().find(absent[turn.of(absent.length)]);
  }
}
