package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows F42 to F56 of faults.md for bundles: what is asked again, how often, and what comes out. F48
 * is in S3RecordTrustTest, leases (F52, F54, F56) in S3LeaseFaultsTest, F57 in S3PartLinksTest.
 */
class S3FaultsTest {
  private static final String RECORD = "cache/reports/DBS19/2025-11-11/report.json";
  private static final String CHART = "cache/reports/DBS19/2025-11-11/chart.b64";
  private static final Duration BLINK = Duration.ofMillis(100);

  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final SharedCache cache = bench.tier.sharedCache();
  private final Bundle bundle = Examples.bundle(bench.clock.instant(), "0a");

  @Test
  void f42HangingGetIsAskedTwiceAndEndsAsTimeout() {
    commit();
    s3.disruptAll("GET .*", new Disruption.Hang());
    assertThat(faultOf(() -> cache.find(KEY, bench.in(BLINK)))).isEqualTo(Fault.TIMEOUT);
    assertThat(s3.requests()).containsExactly("GET " + RECORD, "GET " + RECORD);
  }

  @Test
  void f42GetThatHangsOnceIsAnsweredByTheSecondAttempt() {
    commit();
    s3.disrupt("GET .*", new Disruption.Hang());
    assertThat(cache.find(KEY, bench.in(BLINK.multipliedBy(10)))).isInstanceOf(Lookup.Found.class);
    assertThat(s3.count("GET")).isEqualTo(2);
  }

  /**
   * The limit is no measure: without HardLimit it takes twice the socket's 3 s in place of 0.2 s.
   */
  @Test
  @Timeout(4)
  void f42BodyThatStallsIsATimeoutAndNotATruncation() {
    commit();
    s3.disruptAll("GET .*", new Disruption.Stall());
    assertThat(faultOf(() -> cache.find(KEY, bench.in(BLINK)))).isEqualTo(Fault.TIMEOUT);
    assertThat(s3.count("GET")).isEqualTo(2);
  }

  @Test
  void objectThatIsFarTooLargeIsNotReadToItsEnd() {
    byte[] huge = new byte[S3Store.MOST_BYTES + 1];
    s3.plant(RECORD, new StoredObject(huge, "application/json", Map.of()));
    assertThat(faultOf(this::find)).isEqualTo(Fault.INVALID);
  }

  @Test
  void f44MissingRecordCostsOneRequest() {
    assertThat(find()).isEqualTo(new Lookup.None());
    assertThat(s3.requests()).containsExactly("GET " + RECORD);
    assertThat(bench.events.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void f45PassingTroubleIsAskedOnceMore(int status) {
    commit();
    s3.disrupt("GET .*", new Disruption.Status(status));
    assertThat(find()).isInstanceOf(Lookup.Found.class);
    assertThat(s3.count("GET")).isEqualTo(2);
    assertThat(bench.events.events()).containsExactly(new AppEvent.DependencyRetry("s3"));
  }

  @Test
  void f45LastingTroubleIsAskedTwiceAndNoMore() {
    s3.disruptAll("GET .*", new Disruption.Status(500));
    assertThat(faultOf(this::find)).isEqualTo(Fault.ERROR);
    assertThat(s3.count("GET")).isEqualTo(2);
  }

  @Test
  void f46TruncatedGetIsReadOnceMore() {
    commit();
    s3.disrupt("GET .*", new Disruption.Truncate());
    assertThat(find()).isInstanceOf(Lookup.Found.class);
    assertThat(s3.count("GET")).isEqualTo(2);
  }

  @Test
  void f46GetThatStaysTruncatedIsInvalid() {
    commit();
    s3.disruptAll("GET .*", new Disruption.Truncate());
    assertThat(faultOf(this::find)).isEqualTo(Fault.INVALID);
    assertThat(s3.count("GET")).isEqualTo(2);
  }

  @Test
  void f46PartOfAnotherDigestIsReadOnceMoreThenAbsentAndNoted() {
    commit();
    PartRef other = Examples.parts("0b").getFirst().ref();
    assertThat(cache.part(KEY, other, bench.soon())).isEmpty();
    assertThat(s3.requests()).containsExactly("GET " + CHART, "GET " + CHART);
    assertThat(bench.events.events())
        .containsExactly(new AppEvent.CacheError(AppEvent.Tier.SHARED, "part", Fault.INVALID));
  }

  @Test
  void f49SlowDownOnPutIsTriedOnceMore() {
    s3.disrupt("PUT .*", new Disruption.Status(503));
    assertThat(put()).isInstanceOf(Commit.Committed.class);
    assertThat(s3.count("PUT")).isEqualTo(5);
  }

  @Test
  void f49LastingSlowDownOnThePartsLeavesNoRecord() {
    s3.disruptAll("PUT .*chart.b64", new Disruption.Status(503));
    assertThat(faultOf(this::put)).isEqualTo(Fault.ERROR);
    assertThat(s3.count("PUT " + CHART)).isEqualTo(2);
    assertThat(s3.count("PUT " + RECORD)).isZero();
    assertThat(find()).isEqualTo(new Lookup.None());
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.json", "chart.b64", "news.json", "2025-11-11.pdf"})
  void f50PutWhoseAnswerWasLostCountsAsCarriedOut(String object) {
    s3.disrupt("PUT .*" + object, new Disruption.DropAfterStore());
    assertThat(put()).isInstanceOf(Commit.Committed.class);
    assertThat(s3.count("PUT")).isEqualTo(5);
    assertThat(s3.count("GET")).isEqualTo(1);
    assertThat(find()).extracting("entry").isEqualTo(bundle.entry());
  }

  @Test
  void f50PutThatTimedOutAfterItWasStoredCountsAsCarriedOut() {
    s3.disrupt("PUT .*report.json", new Disruption.HangAfterStore());
    var commit = cache.commit(bundle, Tags.none(), bench.in(Duration.ofSeconds(1)));
    assertThat(commit).isInstanceOf(Commit.Committed.class);
    assertThat(s3.count("PUT " + RECORD)).isEqualTo(2);
  }

  @Test
  void f50ReplacementWhoseAnswerWasLostCountsAsCarriedOut() {
    commit();
    var newer = Examples.bundle(bench.clock.instant(), "0b");
    Tags tags = cache.tags(KEY, bench.soon());
    s3.disrupt("PUT .*report.json", new Disruption.DropAfterStore());
    assertThat(cache.commit(newer, tags, bench.soon())).isInstanceOf(Commit.Committed.class);
    assertThat(find()).extracting("entry").isEqualTo(newer.entry());
  }

  @Test
  void f54ConflictingWriterIsMetByOneRetry() {
    s3.disrupt("PUT .*report.json", new Disruption.Status(409));
    assertThat(put()).isInstanceOf(Commit.Committed.class);
    assertThat(s3.count("PUT " + RECORD)).isEqualTo(2);
  }

  @Test
  void f54ConflictThatLastsIsAConflict() {
    s3.disruptAll("PUT .*report.json", new Disruption.Status(409));
    assertThat(put()).isEqualTo(new Commit.Conflict());
    assertThat(s3.count("PUT " + RECORD)).isEqualTo(2);
    assertThat(s3.count("GET " + RECORD)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 405, 500})
  void f55HeadIsNeverRepeated(int status) {
    s3.disruptAll("HEAD .*", new Disruption.Status(status));
    Fault fault = faultOf(() -> cache.tags(KEY, bench.soon()));
    assertThat(fault).isEqualTo(status == 403 ? Fault.PERMISSION : Fault.ERROR);
    assertThat(s3.count("HEAD")).isEqualTo(4);
  }

  @Test
  void f55HangingHeadIsATimeoutAfterOneRequest() {
    s3.disruptAll("HEAD .*pdf", new Disruption.Hang());
    assertThat(
            faultOf(() ->
                bench
                    .tier
                    .partLinks()
                    .temporary(KEY, PartName.PDF, Duration.ofMinutes(5), bench.in(BLINK))))
        .isEqualTo(Fault.TIMEOUT);
    assertThat(s3.count("HEAD")).isEqualTo(1);
  }

  @Test
  void f56DeletionGoesOnBehindAnObjectThatResists() {
    commit();
    s3.disruptAll("DELETE .*chart.b64", new Disruption.Status(500));
    assertThat(faultOf(() -> cache.delete(new Scope.OfKey(KEY), bench.soon())))
        .isEqualTo(Fault.ERROR);
    assertThat(s3.count("DELETE " + CHART)).isEqualTo(2);
    assertThat(s3.keys()).containsExactly(CHART, "reports/DBS19/2025-11-11.pdf");
  }

  @Test
  void refusedGetIsAPermissionFaultAndNoMiss() {
    s3.disrupt("GET .*", new Disruption.Status(403));
    assertThat(faultOf(this::find)).isEqualTo(Fault.PERMISSION);
    assertThat(s3.count("GET")).isEqualTo(1);
  }

  @Test
  void missingBucketIsAFaultAndNoMiss() {
    try (var elsewhere =
        new Bench(s3.endpoint(), "no-such-bucket", Bench.ANY_KEYS, S3Tier.httpClient())) {
      var cache = elsewhere.tier.sharedCache();
      assertThat(faultOf(() -> cache.find(KEY, bench.soon()))).isEqualTo(Fault.ERROR);
    }
  }

  @Test
  void messageSaysWhatWasAskedAndSeenAndNothingOfTheKeys() {
    s3.disrupt("GET .*", new Disruption.Status(403));
    var thrown = catchThrowableOfType(PortException.Cache.class, this::find);
    assertThat(thrown).hasMessage("S3 GET " + RECORD + ": HTTP 403 at attempt 1");
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage()))
          .doesNotContainIgnoringCase("signature")
          .doesNotContain("test-key", "test-id");
    }
  }

  @Test
  void interruptedThreadAsksNothingMoreAndStaysInterrupted() {
    s3.disruptAll("GET .*", new Disruption.Hang());
    Thread.currentThread().interrupt();
    Fault fault = faultOf(this::find);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fault).isEqualTo(Fault.TIMEOUT);
    assertThat(s3.count("GET")).isLessThanOrEqualTo(1);
  }

  @Test
  void retriesAreATenthOfTheCallsOnceTheReserveIsSpent() {
    s3.disruptAll("GET .*", new Disruption.Status(503));
    for (int i = 0; i < 30; i++) {
      faultOf(this::find);
    }
    // The reserve pays for the first 11 retries, a tenth of the other 19 calls for one more.
    assertThat(s3.count("GET")).isEqualTo(30 + 12);
  }

  @Test
  void deadConnectionIsAskedOnceMore() {
    commit();
    s3.disrupt("GET .*", new Disruption.Drop());
    assertThat(find()).isInstanceOf(Lookup.Found.class);
  }

  private void commit() {
    assertThat(put()).isInstanceOf(Commit.Committed.class);
    s3.forgetRequests();
  }

  private Commit put() {
    return cache.commit(bundle, Tags.none(), bench.soon());
  }

  private Lookup find() {
    return cache.find(KEY, bench.soon());
  }

  private static Fault faultOf(Runnable deed) {
    return catchThrowableOfType(PortException.Cache.class, deed::run).fault();
  }
}
