package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Absent;
import dailyreport.contract.CacheWorld.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** There is definitely no report: S29. */
public interface AbsenceScenarios extends Scenario {

  @Test
  default void s29AListedTickerTheSourceDoesNotKnowIsLookedUpOnceInTenMinutes() {
    Instance one = world().instance();
    world().generator.knowsNothing();

    for (int i = 0; i < 100; i++) {
      assertThat(get(one)).isInstanceOf(Absent.class);
      world().clock.advance(Duration.ofMillis(5_900));
    }
    assertThat(world().generator.calls()).isEqualTo(1);
    assertThat(get(world().instance())).isInstanceOf(Absent.class);
    assertThat(world().generator.calls()).isEqualTo(1);

    world().clock.advance(Duration.ofSeconds(11));
    get(one);
    assertThat(world().generator.calls()).isEqualTo(2);
  }

  @Test
  default void s29WithoutABarForTheSessionEverybodyGetsTheNewestReportAndItIsMadeOnce() {
    world().generator.endsAt(DAY_BEFORE.session());
    Instance one = world().instance();

    assertThat(served(get(one)).report().key()).isEqualTo(DAY_BEFORE);
    assertThat(served(one.cache().peek(KEY, work())).report().key()).isEqualTo(DAY_BEFORE);
    assertThat(served(get(world().instance())).report().key()).isEqualTo(DAY_BEFORE);

    assertThat(world().generator.asked()).containsExactly(KEY, DAY_BEFORE);
  }
}
