package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.Tags;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Report;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What no number stands for: whose commit wins, and what a generation is told. */
public interface CommitScenarios extends Scenario {

  @Test
  default void theReportOfTheSessionBeforeIsHandedToTheGenerator() {
    world().clock.set(Instant.parse("2025-11-10T11:00:00Z"));
    get(world().instance(), DAY_BEFORE);
    world().clock.set(Examples.NOW);

    get(world().instance());

    assertThat(world().generator.previous().getFirst()).isEmpty();
    assertThat(world().generator.previous().getLast().map(Report::key)).contains(DAY_BEFORE);
  }

  @Test
  default void aConflictWithALaterGenerationIsLostAndTheOtherEntryServed() {
    Instance one = world().instance();
    world()
        .generator
        .during(() -> {
          world().clock.advance(Duration.ofSeconds(1));
          commit(world().clock.instant(), "ff");
        });

    assertServed(get(one), Source.SHARED, Freshness.FRESH);

    assertThat(sharedEntry(KEY).validity().generation()).isEqualTo("ff");
    assertThat(localEntry(one, KEY)).isEqualTo(sharedEntry(KEY));
  }

  @Test
  default void aConflictWithAnEarlierGenerationIsRetriedOnceAndWon() {
    Instance one = world().instance();
    world().generator.during(() -> commit(Examples.NOW.minusSeconds(5), "ee"));

    assertServed(get(one), Source.GENERATED, Freshness.FRESH);

    assertThat(sharedEntry(KEY).validity().generation()).isNotEqualTo("ee");
    assertThat(localEntry(one, KEY)).isEqualTo(sharedEntry(KEY));
  }

  private void commit(Instant startedAt, String generation) {
    world().shared().commit(Examples.bundle(startedAt, generation), Tags.none(), work());
  }
}
