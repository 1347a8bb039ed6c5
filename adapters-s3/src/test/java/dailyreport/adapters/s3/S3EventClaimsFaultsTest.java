package dailyreport.adapters.s3;

import static dailyreport.contract.EventClaimsContract.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dailyreport.application.port.EventClaims;
import dailyreport.application.port.EventClaims.Claimed;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.FakeS3;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Claims in trouble: a job may be told that it has the event already, never that another has. */
class S3EventClaimsFaultsTest {
  @AutoClose private final FakeS3 s3 = FakeS3.start();
  @AutoClose private final Bench bench = Bench.on(s3);
  private final EventClaims claims = bench.tier.eventClaims();

  @Test
  void claimWhoseAnswerWasLostIsOurs() {
    s3.disrupt("PUT .*", new Disruption.DropAfterStore());
    assertThat(claims.claim(EVENT, "job-1", bench.soon())).isEqualTo(Claimed.SAME_JOB);
  }

  @Test
  void twoConflictsAreFollowedByAReadAndAnotherAttempt() {
    s3.disrupt("PUT .*", new Disruption.Status(409), new Disruption.Status(409));
    assertThat(claims.claim(EVENT, "job-1", bench.soon())).isEqualTo(Claimed.FIRST);
    assertThat(s3.count("PUT")).isEqualTo(3);
  }

  @Test
  void claimThatCannotBeDecidedThrows() {
    s3.disruptAll("PUT .*", new Disruption.Status(409));
    var thrown =
        catchThrowableOfType(
            PortException.Cache.class, () -> claims.claim(EVENT, "job-1", bench.soon()));
    assertThat(thrown.fault()).isEqualTo(Fault.BUSY);
    assertThat(s3.count("PUT")).isEqualTo(4);
  }

  @Test
  void malformedEventIdCostsNoRequest() {
    catchThrowableOfType(
        IllegalArgumentException.class, () -> claims.claim("../x", "job-1", bench.soon()));
    assertThat(s3.requests()).isEmpty();
  }
}
