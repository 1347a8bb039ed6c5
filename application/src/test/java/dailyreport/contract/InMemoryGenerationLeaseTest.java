package dailyreport.contract;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryGenerationLeaseTest implements GenerationLeaseContract {
  private final TestClock clock = TestClock.atNow();
  private final InMemoryGenerationLease leases = new InMemoryGenerationLease(clock);

  @Override
  public GenerationLease leases() {
    return leases;
  }

  @Override
  public TestClock clock() {
    return clock;
  }

  @Test
  void cutWireMakesLeasesUnavailable() {
    leases.wire().cut(Fault.TIMEOUT);
    var soon = Deadline.in(Duration.ofSeconds(1), clock.instant());
    assertThat(leases.tryAcquire(KEY, LENGTH, soon))
        .isEqualTo(new GenerationLease.Claim.Unavailable());
    assertThat(leases.stored(KEY)).isEmpty();
  }
}
