package dailyreport.benchmarks.local;

import dailyreport.application.port.LocalCopy;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the first use of the local tier cost, that of a file which is there and that of one
 * which must be made?
 *
 * <p>Everything is real, each shot opens a tier of its own. Classes and the native library are
 * loaded by the first shots, which are not counted: what a process pays for them once is part of
 * the cold start, and measured there.
 *
 * <pre>{@code ./bot bench L1ColdOpen}</pre>
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 10)
@Measurement(iterations = 40)
public class L1ColdOpen extends LatencyBenchmark {
  private final LocalCopy copy = LocalTierFile.copies(SampleReport.of(SampleReport.SEASONED))[0];
  private LocalTierFile existing = LocalTierFile.empty();
  private LocalTierFile missing = LocalTierFile.empty();
  private LocalTierFile used = existing;

  /** A file with one entry, which nobody has open, and an empty folder. */
  @Setup(Level.Invocation)
  public void prepare() {
    existing.close();
    existing = LocalTierFile.empty();
    existing.fill(copy);
    existing.letGo();
    missing.close();
    missing = LocalTierFile.empty();
  }

  /** Deletes the files. */
  @TearDown
  public void delete() {
    existing.close();
    missing.close();
  }

  /** The first look-up in a file that is there, a hit. */
  @Benchmark
  public Optional<LocalCopy> existingFile() {
    used = existing;
    return existing.cache().find(copy.entry().key());
  }

  /** The first store, where there is no file; answers what it stored. */
  @Benchmark
  public LocalCopy newFile() {
    used = missing;
    missing.cache().store(copy);
    return copy;
  }

  /** Makes sure that what the last shot opened holds the entry. */
  @TearDown(Level.Invocation)
  public void check() {
    used.requireKept(copy);
  }
}
