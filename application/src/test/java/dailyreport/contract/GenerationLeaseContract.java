package dailyreport.contract;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.GenerationLease.Claim;
import dailyreport.application.port.GenerationLease.Count;
import dailyreport.application.port.Lease;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link GenerationLease} promises. */
public interface GenerationLeaseContract {
  Duration LENGTH = Duration.ofSeconds(150);

  /** Leases of which none is held; the same within a test. */
  GenerationLease leases();

  /** The clock that they read. */
  TestClock clock();

  @Test
  default void freeLeaseIsHeldForItsLength() {
    Lease lease = acquire();
    assertThat(lease.key()).isEqualTo(KEY);
    assertThat(lease.until()).isEqualTo(clock().instant().plus(LENGTH));
    assertThat(lease.calls()).isZero();
    assertThat(lease.owner()).isNotBlank();
  }

  @Test
  default void heldLeaseKeepsOthersOutUntilItEnds() {
    Lease lease = acquire();
    assertThat(claim()).isEqualTo(new Claim.Busy(lease.until()));
    clock().set(lease.until().minusMillis(1));
    assertThat(claim()).isEqualTo(new Claim.Busy(lease.until()));
  }

  @Test
  default void leasesOfDifferentKeysDoNotMeet() {
    acquire();
    var other = new ReportKey(new Ticker("UOB19"), KEY.session());
    var yesterday = new ReportKey(KEY.ticker(), KEY.session().minusDays(1));
    for (ReportKey key : List.of(other, yesterday)) {
      assertThat(leases().tryAcquire(key, LENGTH, soon())).isInstanceOf(Claim.Held.class);
    }
  }

  @Test
  default void endedLeaseIsTakenOver() {
    Lease killed = acquire();
    clock().set(killed.until());
    Lease lease = acquire();
    assertThat(lease.owner()).isNotEqualTo(killed.owner());
    assertThat(lease.until()).isEqualTo(clock().instant().plus(LENGTH));
  }

  @Test
  default void ofManyWhoAskAtOnceExactlyOneHoldsIt() {
    assertThat(Together.run(6, _ -> claim())).filteredOn(Claim.Held.class::isInstance).hasSize(1);
  }

  @Test
  default void ofManyWhoTakeOverAtOnceExactlyOneHoldsItAndTheOthersSeeItsEnd() {
    clock().set(acquire().until());
    var claims = Together.run(6, _ -> claim());
    assertThat(claims).filteredOn(Claim.Held.class::isInstance).hasSize(1);
    assertThat(claims)
        .filteredOn(claim -> !(claim instanceof Claim.Held))
        .containsOnly(new Claim.Busy(clock().instant().plus(LENGTH)));
  }

  @Test
  default void releasedLeaseIsFreeAtOnce() {
    leases().release(acquire(), soon());
    assertThat(acquire().calls()).isZero();
  }

  @Test
  default void leaseIsReleasedEvenWithACopyFromBeforeACount() {
    Lease lease = acquire();
    counted(lease);
    leases().release(lease, soon());
    assertThat(acquire().calls()).isZero();
  }

  @Test
  default void onlyOnesOwnLeaseIsReleased() {
    Lease killed = acquire();
    clock().set(killed.until());
    Lease successor = acquire();
    leases().release(killed, soon());
    assertThat(claim()).isEqualTo(new Claim.Busy(successor.until()));
  }

  @Test
  default void modelIsCalledTwiceAtMost() {
    Lease once = counted(acquire());
    Lease twice = counted(once);
    assertThat(List.of(once.calls(), twice.calls())).containsExactly(1, 2);
    assertThat(leases().countCall(twice, soon())).isEqualTo(new Count.Spent());
  }

  @Test
  default void countSurvivesATakeOver() {
    Lease killed = counted(acquire());
    clock().set(killed.until());
    Lease successor = acquire();
    assertThat(successor.calls()).isEqualTo(1);
    assertThat(leases().countCall(counted(successor), soon())).isEqualTo(new Count.Spent());
  }

  @Test
  default void formerHolderMayNotCallTheModel() {
    Lease killed = acquire();
    clock().set(killed.until());
    Lease successor = acquire();
    assertThat(leases().countCall(killed, soon())).isEqualTo(new Count.Spent());
    assertThat(counted(successor).calls()).isEqualTo(1);
  }

  @Test
  default void releasedLeaseAllowsNoModelCall() {
    Lease lease = acquire();
    leases().release(lease, soon());
    assertThat(leases().countCall(lease, soon())).isEqualTo(new Count.Spent());
    assertThat(claim()).isInstanceOf(Claim.Held.class);
  }

  @Test
  default void coolDownKeepsEverybodyOutAndThenEnds() {
    Lease lease = acquire();
    leases().coolDown(lease, Duration.ofSeconds(60), soon());
    var end = clock().instant().plusSeconds(60);
    assertThat(claim()).isEqualTo(new Claim.Busy(end));
    clock().set(end);
    assertThat(claim()).isInstanceOf(Claim.Held.class);
  }

  @Test
  default void countSurvivesACoolDown() {
    Lease lease = acquire();
    counted(lease);
    leases().coolDown(lease, Duration.ofSeconds(60), soon());
    clock().advance(Duration.ofSeconds(60));
    assertThat(acquire().calls()).isEqualTo(1);
  }

  @Test
  default void coolDownOfALostLeaseTouchesNothing() {
    Lease killed = acquire();
    clock().set(killed.until());
    Lease successor = acquire();
    leases().coolDown(killed, Duration.ofDays(1), soon());
    assertThat(claim()).isEqualTo(new Claim.Busy(successor.until()));
  }

  @Test
  default void withoutTimeThereIsNoLease() {
    var gone = new Deadline(clock().instant());
    assertThat(leases().tryAcquire(KEY, LENGTH, gone)).isEqualTo(new Claim.Unavailable());
    assertThat(claim()).isInstanceOf(Claim.Held.class);
  }

  private Claim claim() {
    return leases().tryAcquire(KEY, LENGTH, soon());
  }

  private Lease acquire() {
    Claim claim = claim();
    assertThat(claim).isInstanceOf(Claim.Held.class);
    return ((Claim.Held) claim).lease();
  }

  private Lease counted(Lease lease) {
    Count count = leases().countCall(lease, soon());
    assertThat(count).isInstanceOf(Count.Allowed.class);
    return ((Count.Allowed) count).lease();
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock().instant());
  }
}
