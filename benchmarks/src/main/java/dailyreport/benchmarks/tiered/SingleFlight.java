package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * How many answers a second does one process give when many ask, and everything expires once a
 * second?
 *
 * <p>The cache and its local tier are real; there is no shared tier, and a generation takes no time
 * of its own, so what is made once for all is what takes least and is hardest to catch. Callers ask
 * for one report, or for 200 of which few are popular. One caller is the baseline. The run ends as
 * broken unless each report was made exactly once for each time it had expired.
 *
 * <p>Iterations are long, because JMH adds up each thread's own rate: a caller who waits for the
 * file's lock through a whole iteration and then gets one answer would count as a very fast one. On
 * a loaded machine, or with {@code --quick}, sixty-four callers may show that; the allocation rate
 * by {@code -prof gc} tells it.
 *
 * <pre>{@code ./bot bench SingleFlight}</pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class SingleFlight extends LatencyBenchmark {
  /** How many reports are asked for: one by all, or many by Zipf's law. */
  @Param({"1", "200"})
  int keys;

  private final Expiry expiry = Expiry.withGenerationsOf(Duration.ZERO);
  private final ScheduledExecutorService time =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private ReportKey[] asked = {};

  /** Chooses the reports and lets the time run. */
  @Setup
  public void begin() {
    asked = IntStream.range(0, keys).mapToObj(SampleReport::key).toArray(ReportKey[]::new);
    var _ = time.scheduleAtFixedRate(expiry::expire, 1, 1, TimeUnit.SECONDS);
  }

  /** Makes sure that nothing was made twice. */
  @TearDown
  public void checkAndClose() throws InterruptedException {
    time.shutdown();
    if (!time.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the clock does not stop");
    }
    expiry.requireOneGenerationEach();
    expiry.close();
  }

  /** One who asks, and what it was told last. */
  @State(Scope.Thread)
  public static class Caller {
    private int[] choices = {};
    private String[] generations = {};
    private int next;

    /** Chooses what to ask for, each caller beginning at another place. */
    @Setup
    public void choose(SingleFlight all, ThreadParams threads) {
      choose(all, threads.getThreadIndex(), threads.getThreadCount());
    }

    void choose(SingleFlight all, int caller, int callers) {
      choices = Zipf.choices(all.keys);
      generations = new String[all.keys];
      next = choices.length / callers * caller;
    }

    /** The answer to the next question; what has changed since this caller's last is noted. */
    Served ask(SingleFlight all) {
      int choice = choices[next];
      next = (next + 1) % choices.length;
      Served served = all.expiry.get(all.asked[choice]);
      String generation = served.entry().validity().generation();
      if (!generation.equals(generations[choice])) {
        generations[choice] = generation;
        all.expiry.note(served);
      }
      return served;
    }
  }

  /** One caller. */
  @Benchmark
  @Threads(1)
  public Served one(Caller caller) {
    return caller.ask(this);
  }

  /** Eight callers at a time. */
  @Benchmark
  @Threads(8)
  public Served eight(Caller caller) {
    return caller.ask(this);
  }

  /** Sixty-four callers at a time. */
  @Benchmark
  @Threads(64)
  public Served sixtyFour(Caller caller) {
    return caller.ask(this);
  }
}
