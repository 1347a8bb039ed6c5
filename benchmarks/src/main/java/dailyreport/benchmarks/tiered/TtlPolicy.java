package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.shared.Bundles;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does it cost to decide how long a report lives, and what it is worth now?
 *
 * <p>Pure domain code, with no tier. {@code judge} is asked at every hit, from fresh to beyond its
 * use, with four cut-offs to compare with; {@code mint} once for each generation, including the
 * calendar and the random id. A figure is that of one of {@value #EACH} decisions taken in a row:
 * one alone is shorter than the clock can tell.
 *
 * <pre>{@code ./bot bench TtlPolicy}</pre>
 */
public class TtlPolicy extends LatencyBenchmark {
  static final int EACH = 1_000;

  private static final Outcome[] OUTCOMES = Outcome.values();

  private final SessionTtlPolicy policy = Instance.policy();
  private final CacheEntry entry = Bundles.entry(SampleReport.key(0));
  private final ReportKey[] keys =
      IntStream.range(0, EACH).mapToObj(SampleReport::key).toArray(ReportKey[]::new);

  /** Evenly over the whole life of the entry and as long again. */
  private final Instant[] moments =
      IntStream.range(0, EACH).mapToObj(i -> moment(entry.validity(), i)).toArray(Instant[]::new);

  private final Watermarks watermarks =
      Watermarks.none()
          .raised(new Scope.All(), Strength.HARD, SampleReport.NOW.minus(Duration.ofDays(1)))
          .raised(new Scope.OfTicker(keys[1].ticker()), Strength.HARD, SampleReport.NOW)
          .raised(
              new Scope.OfSession(SampleReport.SESSION.minusDays(1)),
              Strength.SOFT,
              SampleReport.NOW)
          .raised(new Scope.OfKey(keys[2]), Strength.SOFT, SampleReport.NOW);

  private static Instant moment(Validity validity, int i) {
    Duration life = Duration.between(validity.startedAt(), validity.usableUntil());
    return validity.startedAt().plus(life.multipliedBy(2L * i).dividedBy(EACH));
  }

  /** What the entry is worth at each moment. */
  @Benchmark
  @OperationsPerInvocation(EACH)
  public void judge(Blackhole worth) {
    for (Instant moment : moments) {
      worth.consume(judged(moment));
    }
  }

  Freshness judged(Instant moment) {
    Instant startedAt = entry.validity().startedAt();
    if (watermarks.hides(entry.key(), startedAt)) {
      return Freshness.EXPIRED;
    }
    Freshness byTime = entry.at(moment);
    return byTime == Freshness.FRESH && watermarks.stales(entry.key(), startedAt)
        ? Freshness.STALE
        : byTime;
  }

  /** A validity for each key, for each kind of outcome in turn. */
  @Benchmark
  @OperationsPerInvocation(EACH)
  public void mint(Blackhole validities) {
    for (int i = 0; i < EACH; i++) {
      validities.consume(minted(i));
    }
  }

  Validity minted(int i) {
    return policy.mint(keys[i], SampleReport.NOW, OUTCOMES[i % OUTCOMES.length]);
  }

  Instant[] moments() {
    return moments;
  }
}
