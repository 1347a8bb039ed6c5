package dailyreport.benchmarks.shared;

import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.report.ReportKey;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does it cost to learn that the shared tier does not have a report?
 *
 * <p>The store, a server in the same process, answers the one GET with 404 and S3's error document,
 * of which the SDK makes an exception and the adapter an answer. Compare it with {@code
 * L2NotModified}, whose answer has no document.
 *
 * <pre>{@code ./bot bench L2Miss}</pre>
 */
public class L2Miss extends LatencyBenchmark {
  private final LoopbackBucket bucket = LoopbackBucket.at(InstantSource.fixed(SampleReport.NOW));
  private final ReportKey[] absent =
      IntStream.range(Bundles.ENTRIES, 2 * Bundles.ENTRIES)
          .mapToObj(SampleReport::key)
          .toArray(ReportKey[]::new);

  /** Fills the bucket with other reports and makes sure that it has none of those asked for. */
  @Setup
  public void fill() {
    bucket.fill();
    for (ReportKey key : absent) {
      if (!(bucket.cache().find(key, bucket.soon()) instanceof Lookup.None)) {
        throw new IllegalStateException(key + " was never stored and is found");
      }
    }
    bucket.countFromHere();
  }

  /** Makes sure that no miss took more requests than its one. */
  @TearDown
  public void countAndClose() {
    bucket.requireRequests();
    bucket.close();
  }

  /** A miss: one request. */
  @Benchmark
  public Lookup s3(Turn turn) {
    bucket.expect(1);
    return bucket.cache().find(absent[turn.of(absent.length)], bucket.soon());
  }
}
