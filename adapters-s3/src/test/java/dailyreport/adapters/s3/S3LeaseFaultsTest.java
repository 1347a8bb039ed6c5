package dailyreport.adapters.s3;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.Lease;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.FakeS3;
import dailyreport.fakes3.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S15 to S17, F52, F54, F56 for leases. */
class S3LeaseFaultsTest {
  private static final String LEASE = "cache/leases/DBS19/2025-11-11";
  private static final Duration LENGTH = Duration.ofSeconds(150);

  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final GenerationLease leases = bench.tier.generationLease();

  @Test
  void leaseIsOneObjectWithOwnerEndAndCount() {
    Lease lease = held();
    assertThat(s3.object(LEASE).orElseThrow().text())
        .isEqualTo(
            "{\"owner\":\""
                + lease.owner()
                + "\",\"until\":\"2025-11-11T11:02:30Z\","
                + "\"llmCalls\":0}");
  }

  @Test
  void f52HeldLeaseCostsAPutAndAGet() {
    Lease lease = held();
    s3.forgetRequests();
    assertThat(claim()).isEqualTo(new Claim.Busy(lease.until()));
    assertThat(s3.requests()).containsExactly("PUT " + LEASE, "GET " + LEASE);
  }

  @Test
  void f54ConflictingOperationIsTriedOnceMore() {
    s3.disrupt("PUT .*", new Disruption.Status(409));
    held();
    assertThat(s3.requests()).containsExactly("PUT " + LEASE, "PUT " + LEASE);
  }

  @Test
  void s17TwoConflictsAreFollowedByAReadAndAnotherAttempt() {
    s3.disrupt("PUT .*", new Disruption.Status(409), new Disruption.Status(409));
    held();
    assertThat(s3.requests())
        .containsExactly("PUT " + LEASE, "PUT " + LEASE, "GET " + LEASE, "PUT " + LEASE);
  }

  @Test
  void conflictsWithoutEndLeaveNoLease() {
    s3.disruptAll("PUT .*", new Disruption.Status(409));
    assertThat(claim()).isEqualTo(new Claim.Unavailable());
    assertThat(s3.count("PUT")).isEqualTo(6);
  }

  @Test
  void s15LeaseOfACrashedInstanceIsTakenOverByItsTag() {
    bench.clock.set(held().until());
    s3.forgetRequests();
    held();
    assertThat(s3.requests()).containsExactly("PUT " + LEASE, "GET " + LEASE, "PUT " + LEASE);
  }

  @Test
  void s16OfTwoWhoReadTheSameEndedLeaseOneWinsAndTheOtherFollows() {
    bench.clock.set(held().until());
    var winner = new ArrayList<Claim>();
    var puts = new AtomicInteger();
    s3.beforeEach(request -> {
      // Just before the first one's take-over, a second instance does the whole dance.
      if (request.startsWith("PUT") && puts.incrementAndGet() == 2) {
        try (Bench other = Bench.on(s3)) {
          other.clock.set(bench.clock.instant());
          winner.add(other.tier.generationLease().tryAcquire(KEY, LENGTH, other.soon()));
        }
      }
    });
    Claim follower = claim();
    assertThat(winner).singleElement().isInstanceOf(Claim.Held.class);
    assertThat(follower).isEqualTo(new Claim.Busy(bench.clock.instant().plus(LENGTH)));
  }

  @Test
  void ownLeaseWhoseAnswerWasLostIsRecognised() {
    s3.disrupt("PUT .*", new Disruption.DropAfterStore());
    Lease lease = held();
    assertThat(s3.requests()).containsExactly("PUT " + LEASE, "PUT " + LEASE, "GET " + LEASE);
    assertThat(lease.tag().value()).isEqualTo(s3.object(LEASE).orElseThrow().etag());
    leases.release(lease, bench.soon());
    assertThat(s3.keys()).isEmpty();
  }

  @Test
  void ownTakeOverWhoseAnswerWasLostIsRecognised() {
    bench.clock.set(held().until());
    s3.beforeEach(request -> {
      if (request.startsWith("GET")) {
        s3.disrupt("PUT .*", new Disruption.DropAfterStore());
        s3.beforeEach(later -> {});
      }
    });
    assertThat(held().until()).isEqualTo(bench.clock.instant().plus(LENGTH));
  }

  @Test
  void countWhoseAnswerWasLostIsCountedOnce() {
    Lease lease = held();
    s3.disrupt("PUT .*", new Disruption.DropAfterStore());
    assertThat(leases.countCall(lease, bench.soon()))
        .isInstanceOfSatisfying(
            Count.Allowed.class, allowed -> assertThat(allowed.lease().calls()).isEqualTo(1));
    assertThat(s3.object(LEASE).orElseThrow().text()).contains("\"llmCalls\":1}");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 500})
  void brokenStoreMakesLeasesUnavailableAndIsNoted(int status) {
    s3.disruptAll("PUT .*", new Disruption.Status(status));
    assertThat(claim()).isEqualTo(new Claim.Unavailable());
    Fault fault = status == 403 ? Fault.PERMISSION : Fault.ERROR;
    assertThat(bench.events.of(AppEvent.CacheError.class))
        .containsExactly(new AppEvent.CacheError(AppEvent.Tier.SHARED, "lease", fault));
  }

  @Test
  void hangingStoreMakesLeasesUnavailable() {
    s3.disruptAll(".*", new Disruption.Hang());
    assertThat(leases.tryAcquire(KEY, LENGTH, bench.in(Duration.ofMillis(100))))
        .isEqualTo(new Claim.Unavailable());
  }

  @Test
  void f56ReleaseThatFailsIsTriedOnceMoreAndNoted() {
    Lease lease = held();
    s3.disruptAll("DELETE .*", new Disruption.Status(500));
    leases.release(lease, bench.soon());
    assertThat(s3.count("DELETE")).isEqualTo(2);
    assertThat(bench.events.of(AppEvent.CacheError.class))
        .containsExactly(new AppEvent.CacheError(AppEvent.Tier.SHARED, "delete", Fault.ERROR));
    bench.clock.set(lease.until());
    held();
  }

  @Test
  void f56ReleaseWhoseAnswerWasLostIsDone() {
    Lease lease = held();
    s3.disrupt("DELETE .*", new Disruption.DropAfterStore());
    leases.release(lease, bench.soon());
    assertThat(s3.keys()).isEmpty();
    assertThat(bench.events.of(AppEvent.CacheError.class)).isEmpty();
  }

  @Test
  void coolDownThatFailsIsNotedAndThrowsNothing() {
    Lease lease = held();
    s3.disruptAll("PUT .*", new Disruption.Status(403));
    leases.coolDown(lease, Duration.ofSeconds(60), bench.soon());
    assertThat(bench.events.of(AppEvent.CacheError.class)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"owner\":\"a\",\"until\":\"later\",\"llmCalls\":0}",
        "{\"owner\":\"a\",\"until\":\"2099\",\"llmCalls\":0}",
        "{\"owner\":\"a\",\"until\":\"2099-01-01T00:00:00Z\",\"llmCalls\":0}",
        "{\"owner\":\"a\",\"until\":\"2025-11-11T12:00:01Z\",\"llmCalls\":0}"
      })
  void bodyThatIsNoLeaseKeepsNobodyOut(String body) {
    s3.plant(
        LEASE, new StoredObject(body.getBytes(StandardCharsets.UTF_8), "text/plain", Map.of()));
    held();
  }

  private Claim claim() {
    return leases.tryAcquire(KEY, LENGTH, bench.soon());
  }

  private Lease held() {
    Claim claim = claim();
    assertThat(claim).isInstanceOf(Claim.Held.class);
    return ((Claim.Held) claim).lease();
  }
}
