package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.Lease;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tags;
import dailyreport.contract.EventClaimsContract;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.PartName;
import dailyreport.fakes3.FakeS3;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What each step costs in requests: the rows of the request table in cache.md, section 8. */
class S3RequestsTest {
  private static final String FOLDER = "cache/reports/DBS19/2025-11-11/";
  private static final String RECORD = FOLDER + "report.json";
  private static final String CONTROL = "cache/control/invalidations.json";
  private static final String LEASE = "cache/leases/DBS19/2025-11-11";
  private static final String PDF = "reports/DBS19/2025-11-11.pdf";

  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final S3Tier tier = bench.tier;

  @Test
  void hitIsOneGetAndOneControlGet() {
    stored();
    tier.invalidationLog().current(bench.soon());
    assertThat(tier.sharedCache().find(KEY, bench.soon())).isInstanceOf(Lookup.Found.class);
    assertThat(s3.requests()).containsExactly("GET " + CONTROL, "GET " + RECORD);
  }

  @Test
  void checkOfALocalCopyIsOneConditionalGet() {
    var tag = stored();
    assertThat(tier.sharedCache().findUnlessTagged(KEY, tag, bench.soon()))
        .isEqualTo(new Lookup.NotModified());
    assertThat(s3.requests()).containsExactly("GET " + RECORD);
  }

  /** 12 and one for each model call; the PDF adds one HEAD and one PUT. */
  @Test
  void missAsLeaderWithAPdfAndTwoModelCallsIs16Requests() {
    var log = tier.invalidationLog();
    var cache = tier.sharedCache();
    var leases = tier.generationLease();
    log.current(bench.soon());
    cache.find(KEY, bench.soon());
    Lease lease =
        ((Claim.Held) leases.tryAcquire(KEY, Duration.ofSeconds(150), bench.soon())).lease();
    cache.find(KEY, bench.soon());
    Tags tags = cache.tags(KEY, bench.soon());
    lease = ((Count.Allowed) leases.countCall(lease, bench.soon())).lease();
    lease = ((Count.Allowed) leases.countCall(lease, bench.soon())).lease();
    log.current(bench.soon());
    var bundle = Examples.bundle(bench.clock.instant(), "0a");
    assertThat(cache.commit(bundle, tags, bench.soon())).isInstanceOf(Commit.Committed.class);
    leases.release(lease, bench.soon());

    assertThat(s3.requests())
        .hasSize(16)
        .containsExactlyInAnyOrder(
            "GET " + CONTROL,
            "GET " + RECORD,
            "PUT " + LEASE,
            "GET " + RECORD,
            "HEAD " + RECORD,
            "HEAD " + FOLDER + "chart.b64",
            "HEAD " + FOLDER + "news.json",
            "HEAD " + PDF,
            "PUT " + LEASE,
            "PUT " + LEASE,
            "GET " + CONTROL,
            "PUT " + FOLDER + "chart.b64",
            "PUT " + FOLDER + "news.json",
            "PUT " + PDF,
            "PUT " + RECORD,
            "DELETE " + LEASE);
    assertThat(s3.keys()).hasSize(4).doesNotContain(LEASE);
  }

  @Test
  void recordIsWrittenAfterEveryPart() {
    stored(false);
    assertThat(s3.requests()).hasSize(4).last().isEqualTo("PUT " + RECORD);
  }

  @Test
  void negativeEntryIsOnePut() {
    var negative = Examples.negative(bench.clock.instant(), "0a");
    tier.sharedCache().commit(negative, Tags.none().record(), bench.soon());
    assertThat(s3.requests()).containsExactly("PUT " + RECORD);
  }

  @Test
  void claimIsOnePutAndOfAKnownEventAGetToo() {
    var claims = tier.eventClaims();
    String event = "dedup/" + EventClaimsContract.EVENT;
    claims.claim(EventClaimsContract.EVENT, "job-1", bench.soon());
    assertThat(s3.requests()).containsExactly("PUT " + event);
    assertThat(s3.object(event).orElseThrow().text()).isEqualTo("job-1");
    claims.claim(EventClaimsContract.EVENT, "job-2", bench.soon());
    assertThat(s3.requests()).containsExactly("PUT " + event, "PUT " + event, "GET " + event);
  }

  @Test
  void raiseIsAGetAndAPut() {
    tier.invalidationLog().raise(new Scope.All(), Strength.HARD, bench.soon());
    assertThat(s3.requests()).containsExactly("GET " + CONTROL, "PUT " + CONTROL);
  }

  @Test
  void linkIsOneHead() {
    stored();
    tier.partLinks().temporary(KEY, PartName.PDF, Duration.ofMinutes(5), bench.soon());
    assertThat(s3.requests()).containsExactly("HEAD " + PDF);
  }

  @Test
  void deletionListsPageByPageAndDeletesRecordsFirst() {
    stored();
    s3.pageSize(2);
    tier.sharedCache().delete(new Scope.All(), bench.soon());
    List<String> requests = s3.requests();
    assertThat(requests.subList(0, 3))
        .containsExactly("LIST cache/reports/", "LIST cache/reports/", "DELETE " + RECORD);
    assertThat(requests.subList(3, requests.size()))
        .containsExactlyInAnyOrder(
            "DELETE " + FOLDER + "chart.b64", "DELETE " + FOLDER + "news.json");
  }

  private dailyreport.application.port.Tag stored() {
    return stored(true);
  }

  private dailyreport.application.port.Tag stored(boolean forget) {
    var bundle = Examples.bundle(bench.clock.instant(), "0a");
    var commit = tier.sharedCache().commit(bundle, Tags.none(), bench.soon());
    if (forget) {
      s3.forgetRequests();
    }
    return ((Commit.Committed) commit).tag();
  }
}
