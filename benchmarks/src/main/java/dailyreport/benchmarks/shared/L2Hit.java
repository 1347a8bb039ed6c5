package dailyreport.benchmarks.shared;

import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does a hit in the shared tier cost, from the key to the decoded and checked report, beyond
 * the way to the store and back?
 *
 * <p>The adapter with the SDK behind it is real; the store is a server in the same process, which
 * stands in for S3 and shares the machine with what is measured. {@code bareGet} is the floor: the
 * same bytes from the same server, unsigned and left as bytes; {@code bareGetAndDecode} decodes
 * them too. {@code headThenGet} is what a cache pays that first asks whether there is a record: its
 * HEAD is a bare one, which flatters it. The store may be some milliseconds away.
 *
 * <pre>{@code ./bot bench L2Hit}</pre>
 */
public class L2Hit extends LatencyBenchmark {
  private final LoopbackBucket bucket = LoopbackBucket.at(InstantSource.fixed(SampleReport.NOW));
  private final ReportCodec codec = LoopbackBucket.codec();
  private final ReportKey[] keys = Bundles.keys();
  private final URI[] records = Arrays.stream(keys).map(bucket::record).toArray(URI[]::new);

  /** How far away the store is. */
  @State(Scope.Benchmark)
  public static class Distance {
    /** Time that the server waits before each answer. */
    @Param({"0", "20", "60"})
    int latencyMillis;

    /** Moves the server; counts only what is measured. */
    @Setup
    public void move(L2Hit hit) {
      if (latencyMillis > 0) {
        hit.bucket.delay(Duration.ofMillis(latencyMillis));
      }
    }
  }

  /** Fills the bucket and makes sure that both ways to it lead to what was stored. */
  @Setup
  public void fill() {
    bucket.fill();
    for (int i = 0; i < keys.length; i++) {
      if (!codec.decode(PlainHttp.get(records[i])).equals(Bundles.entry(keys[i]))) {
        throw new IllegalStateException(records[i] + " is not the record of " + keys[i]);
      }
    }
    bucket.countFromHere();
  }

  /** Makes sure that no hit took more requests than its one. */
  @TearDown
  public void countAndClose() {
    bucket.requireRequests();
    bucket.close();
  }

  /** A hit in the shared tier: one request. */
  @Benchmark
  public Lookup s3(Turn turn, Distance distance) {
    bucket.expect(1);
    return bucket.cache().find(keys[turn.of(keys.length)], bucket.soon());
  }

  /** The record's bytes, by plain HTTP. */
  @Benchmark
  public byte[] bareGet(Turn turn) {
    bucket.expect(1);
    return PlainHttp.get(records[turn.of(records.length)]);
  }

  /** The entry, by plain HTTP, with none of the adapter's checks. */
  @Benchmark
  public CacheEntry bareGetAndDecode(Turn turn) {
    bucket.expect(1);
    return codec.decode(PlainHttp.get(records[turn.of(records.length)]));
  }

  /** A hit that was asked for first: two requests. */
  @Benchmark
  public Lookup headThenGet(Turn turn, Distance distance) {
    bucket.expect(2);
    int i = turn.of(keys.length);
    if (PlainHttp.head(records[i]).isEmpty()) {
      return new Lookup.None();
    }
    return bucket.cache().find(keys[i], bucket.soon());
  }
}
