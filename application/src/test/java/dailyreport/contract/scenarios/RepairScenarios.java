package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.PartName;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The shared tier gets what it missed: S8. */
public interface RepairScenarios extends Scenario {

  @Test
  default void s8ANewerLocalEntryRepairsTheSharedTierOnce() {
    get(world().instance(world().policy().cappedAt(Duration.ofHours(6))));
    world().clock.advance(Duration.ofHours(13));
    world().cut(Fault.TIMEOUT);
    Instance one = world().instance();
    assertThat(served(get(one)).report().parts()).isEmpty();
    world().mend();
    world().clock.advance(Duration.ofSeconds(31));
    long commits = world().commits();

    assertThat(served(get(one)).source()).isEqualTo(Source.LOCAL);
    assertServed(get(one), Source.LOCAL, Freshness.FRESH);

    assertThat(world().commits()).isEqualTo(commits + 1);
    assertThat(sharedEntry(KEY)).isEqualTo(localEntry(one, KEY));
    assertThat(world().generator.calls()).isEqualTo(2);
  }

  @Test
  default void s8PartsThatTheRepairCannotBringAreAskedForAsJobs() {
    world().cut(Fault.ERROR);
    Instance one = world().instance();
    get(one);
    world().mend();
    world().clock.advance(Duration.ofSeconds(31));

    get(one);

    assertThat(one.queue().pending())
        .extracting(Received::job)
        .containsExactly(
            new Job.Rebuild(KEY, PartName.CHART),
            new Job.Rebuild(KEY, PartName.NEWS),
            new Job.Rebuild(KEY, PartName.PDF));
  }
}
