package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.Generation;
import dailyreport.application.cache.Requester;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.InvalidationLog;
import dailyreport.benchmarks.local.LocalTierFile;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A cache on a real local tier whose reports all expire when its clock is told so, and the account
 * of what was generated. What is made is made at once, or takes a fixed time; the bucket and its
 * lease are left out, so that one process alone has to see to it that nothing is made twice.
 */
final class Expiry implements AutoCloseable {
  /** Long before the file's own clock, which stands still and believes nothing from later. */
  static final Instant BEGIN = Instant.parse("2015-01-01T00:00:00Z");

  private static final Duration LIFE = Duration.ofHours(1);

  /** Never reached: the clock jumps hours at a time, and nobody is to run out of patience by it. */
  private static final Deadline NEVER = new Deadline(Instant.parse("2027-12-31T00:00:00Z"));

  private static final Report REPORT = SampleReport.of(SampleReport.SEASONED).withParts(List.of());

  private final LocalTierFile local = LocalTierFile.empty();
  private final LongAdder generated = new LongAdder();
  private final LongAdder twice = new LongAdder();
  private final Map<Start, String> seen = new ConcurrentHashMap<>();
  private final TieredCache cache;
  private volatile Instant now = BEGIN;

  private record Start(ReportKey key, Instant at) {}

  private Expiry(Duration work) {
    cache =
        Instance.of(
            Tiers.sqlite(local.cache(), new NothingInvalidated()),
            Instance.cappedAt(LIFE),
            () -> now,
            (key, previous, allowance, deadline) -> {
              generated.increment();
              LockSupport.parkNanos(work.toNanos());
              Report report = SampleReport.entry(REPORT, key).report();
              return new Generation.Made(report, List.of(), Outcome.COMPLETE);
            });
  }

  /** A cache whose generations take that long. */
  static Expiry withGenerationsOf(Duration work) {
    return new Expiry(work);
  }

  private record NothingInvalidated() implements InvalidationLog {
    @Override
    public Watermarks current(Deadline deadline) {
      return Watermarks.none();
    }

    @Override
    public Watermarks raise(Scope scope, Strength strength, Deadline deadline) {
      throw new UnsupportedOperationException("nothing is invalidated here");
    }
  }

  /** From now on everything that was generated so far is beyond its life and its grace. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread alone moves the clock
  void expire() {
    now = now.plus(LIFE).plus(Validity.GRACE);
  }

  Served get(ReportKey key) {
    CacheAnswer answer = cache.get(key, Requester.nobody(), NEVER, NEVER);
    if (answer instanceof Served served) {
      return served;
    }
    throw new IllegalStateException(key + " is not served but " + answer);
  }

  /** Notes of which generation an answer was. */
  void note(Served served) {
    Validity validity = served.entry().validity();
    String first =
        seen.putIfAbsent(
            new Start(served.entry().key(), validity.startedAt()), validity.generation());
    if (first != null && !first.equals(validity.generation())) {
      twice.increment();
    }
  }

  /** How many reports were made. */
  long generated() {
    return generated.sum();
  }

  /**
   * Makes sure that no key was generated twice between two expiries, provided that every answer, or
   * the first of every run of equal ones, was noted.
   *
   * @throws IllegalStateException otherwise
   */
  void requireOneGenerationEach() {
    if (twice.sum() > 0 || generated() != seen.size()) {
      throw new IllegalStateException(
          generated()
              + " generations for "
              + seen.size()
              + " keys and expiries, "
              + twice.sum()
              + " of them twice");
    }
  }

  @Override
  public void close() {
    local.close();
  }
}
