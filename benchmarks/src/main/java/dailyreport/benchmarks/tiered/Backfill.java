package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.ReportKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does it add to a shared hit that the report is copied into the local tier on its way?
 *
 * <p>{@code copiedDown} is the webhook's question in a process that lacks the report: it looks into
 * the file in vain, sends one request and stores the row before it answers. {@code sharedTierAlone}
 * is the baseline, the same question to the same bucket in a process without a local tier. The
 * bucket is served by a server in the same process.
 *
 * <pre>{@code ./bot bench Backfill}</pre>
 */
public class Backfill extends LatencyBenchmark {
  private final TieredProcess process = TieredProcess.at(SampleReport.NOW);
  private final ReportKey[] keys = process.keys();

  /** A file that is empty at each call, as in {@code TieredGet.New}. */
  @State(Scope.Benchmark)
  public static class Emptied {
    /** Empties it. */
    @Setup(Level.Invocation)
    public void forget(Backfill all) {
      all.process.forget();
    }
  }

  /** Fills both tiers. */
  @Setup
  public void fill() {
    process.fill(Freshness.FRESH);
  }

  /** Makes sure that each hit took one request, and that what is copied down is what is shared. */
  @TearDown
  public void checkAndClose() {
    process.bucket().requireRequests();
    process.forget();
    for (ReportKey key : keys) {
      TieredProcess.require(process.peek(key), key, Source.SHARED, Freshness.FRESH);
      TieredProcess.require(process.peek(key), key, Source.LOCAL, Freshness.FRESH);
    }
    process.close();
  }

  /** From the bucket, and copied into the file. */
  @Benchmark
  public CacheAnswer copiedDown(Emptied emptied, Turn turn) {
    process.bucket().expect(1);
    return process.peek(keys[turn.of(keys.length)]);
  }

  /** From the bucket. */
  @Benchmark
  public CacheAnswer sharedTierAlone(Turn turn) {
    process.bucket().expect(1);
    return process.peekShared(keys[turn.of(keys.length)]);
  }
}
