package dailyreport.benchmarks.shared;

import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does it cost to learn that a local copy still equals the shared record?
 *
 * <p>One conditional GET that the store, a server in the same process, answers with 304 and no
 * body. {@code bareGet} is the floor: the same question to the same server by plain HTTP.
 *
 * <pre>{@code ./bot bench L2NotModified}</pre>
 */
public class L2NotModified extends LatencyBenchmark {
  private final LoopbackBucket bucket = LoopbackBucket.at(InstantSource.fixed(SampleReport.NOW));
  private final ReportKey[] keys = Bundles.keys();
  private final URI[] records = Arrays.stream(keys).map(bucket::record).toArray(URI[]::new);
  private Tag[] tags = {};

  /** Fills the bucket and notes the tags. */
  @Setup
  public void fill() {
    bucket.fill();
    tags = Arrays.stream(keys).map(bucket::tag).toArray(Tag[]::new);
    bucket.countFromHere();
  }

  /** Makes sure that no answer took more than one request, and that the records are still there. */
  @TearDown
  public void countAndClose() {
    bucket.requireRequests();
    for (ReportKey key : keys) {
      bucket.requireKept(key);
    }
    bucket.close();
  }

  /** The adapter's question: one request. */
  @Benchmark
  public Lookup s3(Turn turn) {
    bucket.expect(1);
    int i = turn.of(keys.length);
    return bucket.cache().findUnlessTagged(keys[i], tags[i], bucket.soon());
  }

  /** The same by plain HTTP. */
  @Benchmark
  public int bareGet(Turn turn) {
    bucket.expect(1);
    int i = turn.of(keys.length);
    return PlainHttp.unchanged(records[i], tags[i].value());
  }
}
