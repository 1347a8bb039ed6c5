package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Requester;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.benchmarks.local.LocalTierFile;
import dailyreport.benchmarks.shared.Bundles;
import dailyreport.benchmarks.shared.LoopbackBucket;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What one process has of the cache: a file of its own and the bucket that all share, filled with
 * the same reports. Its clock stands still at a moment that decides what the reports are worth.
 */
final class TieredProcess implements AutoCloseable {
  private final LocalTierFile local = LocalTierFile.empty();
  private final LoopbackBucket bucket;
  private final TieredCache both;
  private final TieredCache sharedAlone;
  private final ReportKey[] keys = Bundles.keys();

  private TieredProcess(InstantSource clock) {
    this.bucket = LoopbackBucket.at(clock);
    var s3 = bucket.tier();
    both =
        Instance.of(
            Tiers.hybrid(
                local.cache(), s3.sharedCache(), s3.generationLease(), s3.invalidationLog()),
            clock);
    sharedAlone =
        Instance.of(Tiers.s3(s3.sharedCache(), s3.generationLease(), s3.invalidationLog()), clock);
  }

  /** A process whose clock says that. */
  static TieredProcess at(Instant now) {
    return new TieredProcess(InstantSource.fixed(now));
  }

  ReportKey[] keys() {
    return keys;
  }

  LoopbackBucket bucket() {
    return bucket;
  }

  /**
   * Fills the bucket, and from it the local tier, as production does; what was asked for once is
   * then answered from there. The watermarks are read with it, and no more as the clock stands.
   */
  void fill(Freshness worth) {
    bucket.fill();
    for (ReportKey key : keys) {
      require(get(key), key, Source.SHARED, worth);
      require(get(key), key, Source.LOCAL, worth);
      require(peekShared(key), key, Source.SHARED, worth);
    }
    bucket.countFromHere();
  }

  /** The worker's question to both tiers. */
  CacheAnswer get(ReportKey key) {
    var deadline = bucket.soon();
    return both.get(key, Requester.nobody(), deadline, deadline);
  }

  /** The webhook's question to both tiers. */
  CacheAnswer peek(ReportKey key) {
    return both.peek(key, bucket.soon());
  }

  /** The webhook's question in a process without a local tier. */
  CacheAnswer peekShared(ReportKey key) {
    return sharedAlone.peek(key, bucket.soon());
  }

  /** Makes this process one that has answered nothing yet. */
  void forget() {
    local.cache().evict(new Scope.All());
  }

  /**
   * Makes sure that an answer is the stored report, from that tier and worth that much.
   *
   * @throws IllegalStateException otherwise
   */
  static void require(CacheAnswer answer, ReportKey key, Source source, Freshness worth) {
    if (!(answer instanceof Served served)
        || !served.entry().equals(Bundles.entry(key))
        || !served.report().equals(served.entry().report())
        || served.source() != source
        || served.freshness() != worth) {
      throw new IllegalStateException(
          key + " is not answered " + worth + " from " + source + " as it was stored");
    }
  }

  @Override
  public void close() {
    bucket.close();
    local.close();
  }
}
