package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;

/**
 * How long does it take until everybody has an answer who asks for the same report at once, just
 * after it has expired?
 *
 * <p>The cache and its local tier are real, there is no shared tier, and the generation is {@value
 * #GENERATION_MILLIS} ms of waiting in place of a minute's work. One caller, who has to generate
 * alone, is the floor. The run ends as broken unless each stampede made exactly one report.
 *
 * <pre>{@code ./bot bench Stampede}</pre>
 */
public class Stampede extends LatencyBenchmark {
  private static final int GENERATION_MILLIS = 5;
  private static final ReportKey KEY = SampleReport.key(0);

  /** Callers at once, each in a virtual thread. */
  @Param({"1", "8", "64"})
  int callers;

  private final Expiry expiry = Expiry.withGenerationsOf(Duration.ofMillis(GENERATION_MILLIS));
  private long stampedes;

  /** Makes sure that there was one generation for each stampede. */
  @TearDown
  public void checkAndClose() {
    if (expiry.generated() != stampedes) {
      throw new IllegalStateException(
          expiry.generated() + " generations for " + stampedes + " stampedes");
    }
    expiry.requireOneGenerationEach();
    expiry.close();
  }

  /** Lets the report expire and everybody ask; answers what each was told. */
  @Benchmark
  public Served[] allAsk() throws InterruptedException, ExecutionException {
    stampedes++;
    expiry.expire();
    var asking = new FutureTask<?>[callers];
    for (int i = 0; i < callers; i++) {
      asking[i] = new FutureTask<>(() -> expiry.get(KEY));
      Thread.startVirtualThread(asking[i]);
    }
    var told = new Served[callers];
    for (int i = 0; i < callers; i++) {
      told[i] = (Served) asking[i].get();
      expiry.note(told[i]);
    }
    return told;
  }
}
