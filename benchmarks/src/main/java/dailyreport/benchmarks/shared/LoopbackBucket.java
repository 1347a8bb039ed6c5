package dailyreport.benchmarks.shared;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.s3.S3Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.Secret;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.report.ReportKey;
import dailyreport.fakes3.FakeS3;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The production shared tier on a bucket that answers on loopback, with a few bundles in it. A
 * retry or a fault that the adapter would mend and report ends the benchmark instead.
 */
public final class LoopbackBucket implements AutoCloseable {
  private final FakeS3 server = FakeS3.start();
  private final InstantSource clock;
  private final S3Tier tier;
  private long asked;

  private LoopbackBucket(InstantSource clock) {
    this.clock = clock;
    this.tier =
        S3Tier.openAt(
            server.endpoint(),
            "us-east-1",
            FakeS3.BUCKET,
            "benchmark",
            new Secret("benchmark"),
            codec(),
            clock,
            event -> {
              throw new IllegalStateException("the shared tier reported " + event);
            });
  }

  /** An empty bucket behind a tier that goes by that clock. */
  public static LoopbackBucket at(InstantSource clock) {
    return new LoopbackBucket(clock);
  }

  /** What turns an entry into its record, and back. */
  static ReportCodec codec() {
    return JacksonReportCodec.open();
  }

  public S3Tier tier() {
    return tier;
  }

  SharedCache cache() {
    return tier.sharedCache();
  }

  /**
   * Far enough that only a broken benchmark meets it; made anew for each call, as in production.
   */
  public Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock.instant());
  }

  /** Commits every bundle, makes sure that each is found as it was stored, and counts from here. */
  public void fill() {
    for (ReportKey key : Bundles.keys()) {
      cache().commit(Bundles.of(key), Tags.none(), soon());
      requireKept(key);
    }
    countFromHere();
  }

  /** Forgets the requests so far, and lists no later one: there will be many. */
  public void countFromHere() {
    server.countOnly();
    server.forgetRequests();
    asked = 0;
  }

  /** Lets every answer come that much later, without holding a thread of the machine. */
  void delay(Duration latency) {
    server.beforeEach(request -> {
      try {
        Thread.sleep(latency);
      } catch (InterruptedException e) {
        throw new IllegalStateException("the server was called off at " + request, e);
      }
    });
  }

  /** Notes that a measured call is about to send so many requests. */
  public void expect(int requests) {
    asked += requests;
  }

  /**
   * Makes sure that as many requests came as were expected, over the whole run.
   *
   * @throws IllegalStateException otherwise
   */
  public void requireRequests() {
    if (server.total() != asked) {
      throw new IllegalStateException(
          server.total() + " requests came and " + asked + " were expected");
    }
  }

  /**
   * Makes sure that the tier gives back what was stored.
   *
   * @throws IllegalStateException otherwise
   */
  public void requireKept(ReportKey key) {
    if (!(cache().find(key, soon()) instanceof Lookup.Found(var entry, _))
        || !entry.equals(Bundles.entry(key))) {
      throw new IllegalStateException(key + " is not found as it was stored");
    }
  }

  /** The tag of a kept record. */
  public Tag tag(ReportKey key) {
    return cache().tags(key, soon()).record();
  }

  /** Address of a record, for whoever asks without the adapter. */
  URI record(ReportKey key) {
    return server
        .endpoint()
        .resolve(
            "/%s/cache/reports/%s/%s/report.json"
                .formatted(FakeS3.BUCKET, key.ticker().symbol(), key.session()));
  }

  @Override
  public void close() {
    tier.close();
    server.close();
  }
}
