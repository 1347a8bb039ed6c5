package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.benchmarks.shared.Bundles;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does the application's own question to the cache cost, by where its answer comes from?
 *
 * <p>Both tiers are real, the store behind the shared one is a server in the same process. {@code
 * local} is a fresh hit and sends no request; compare it with {@code L1Hit}. {@code shared} is a
 * hit in a process that has never seen the report: a miss in the file, one request, and a new row
 * in the file. {@code stale} finds a row that is past its time but usable: one conditional request
 * makes sure that there is nothing newer, and the row notes that.
 *
 * <pre>{@code ./bot bench TieredGet}</pre>
 */
public class TieredGet extends LatencyBenchmark {

  /** A process and what its answers must be. */
  @State(Scope.Benchmark)
  public abstract static class Situation {
    private final TieredProcess process;
    private final Source source;
    private final Freshness worth;

    Situation(Instant now, Source source, Freshness worth) {
      this.process = TieredProcess.at(now);
      this.source = source;
      this.worth = worth;
    }

    /** Fills both tiers. */
    @Setup
    public void fill() {
      process.fill(worth);
    }

    /** Makes sure that requests were as many as expected, and that the answers are as stored. */
    @TearDown
    public void checkAndClose() {
      process.bucket().requireRequests();
      for (ReportKey key : process.keys()) {
        ready();
        TieredProcess.require(process.get(key), key, source, worth);
      }
      process.close();
    }

    /** Brings the process into the situation again, where a call has ended it. */
    public void ready() {}

    final void forget() {
      process.forget();
    }

    final CacheAnswer get(Turn turn) {
      process.bucket().expect(source == Source.LOCAL && worth == Freshness.FRESH ? 0 : 1);
      return process.get(process.keys()[turn.of(process.keys().length)]);
    }
  }

  /** Everything is fresh in the file. */
  public static class Warm extends Situation {
    public Warm() {
      super(SampleReport.NOW, Source.LOCAL, Freshness.FRESH);
    }
  }

  /** The process has answered nothing yet, each time anew. */
  public static class New extends Situation {
    public New() {
      super(SampleReport.NOW, Source.SHARED, Freshness.FRESH);
    }

    /**
     * Empties the file before each call. The calls take hundreds of microseconds, so that reading
     * the clock around each does not show; a checkpoint may now and then write the emptying too.
     */
    @Override
    @Setup(Level.Invocation)
    public void ready() {
      forget();
    }
  }

  /** Everything in the file is an hour past its time. */
  public static class Late extends Situation {
    public Late() {
      super(
          Bundles.entry(SampleReport.key(0)).validity().freshUntil().plus(Duration.ofHours(1)),
          Source.LOCAL,
          Freshness.STALE);
    }
  }

  /** Fresh, from the file. */
  @Benchmark
  public CacheAnswer local(Warm warm, Turn turn) {
    return warm.get(turn);
  }

  /** Fresh, from the bucket, and copied into the file. */
  @Benchmark
  public CacheAnswer shared(New fresh, Turn turn) {
    return fresh.get(turn);
  }

  /** Stale, from the file, once the bucket said that it has nothing newer. */
  @Benchmark
  public CacheAnswer stale(Late late, Turn turn) {
    return late.get(turn);
  }
}
