package dailyreport.benchmarks.shared;

import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.Tags;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.ReportKey;
import java.time.InstantSource;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does it cost to store a finished generation in the shared tier?
 *
 * <p>As production does it: chart, news and PDF of real size side by side, each only if its object
 * is as expected, then the record. Four requests to a server in the same process. Each commit
 * replaces the same bundle, so the tags that it expects are always those that are there.
 *
 * <pre>{@code ./bot bench L2Commit}</pre>
 */
public class L2Commit extends LatencyBenchmark {
  private static final int REQUESTS = 4;

  private final LoopbackBucket bucket = LoopbackBucket.at(InstantSource.fixed(SampleReport.NOW));
  private final ReportKey[] keys = Bundles.keys();
  private final Bundle[] bundles = Arrays.stream(keys).map(Bundles::of).toArray(Bundle[]::new);
  private Tags[] tags = {};

  /** Fills the bucket and notes the tags. */
  @Setup
  public void fill() {
    bucket.fill();
    tags =
        Arrays.stream(keys)
            .map(key -> bucket.cache().tags(key, bucket.soon()))
            .toArray(Tags[]::new);
    bucket.countFromHere();
  }

  /** Makes sure that no commit took more than its requests, and that every bundle is whole. */
  @TearDown
  public void countAndClose() {
    bucket.requireRequests();
    for (ReportKey key : keys) {
      bucket.requireKept(key);
      for (Part part : Bundles.parts()) {
        if (bucket.cache().part(key, part.ref(), bucket.soon()).isEmpty()) {
          throw new IllegalStateException(part.ref() + " of " + key + " is not found as stored");
        }
      }
    }
    bucket.close();
  }

  /** Record and parts: four requests. */
  @Benchmark
  public Commit s3(Turn turn) {
    bucket.expect(REQUESTS);
    int i = turn.of(keys.length);
    return bucket.cache().commit(bundles[i], tags[i], bucket.soon());
  }
}
