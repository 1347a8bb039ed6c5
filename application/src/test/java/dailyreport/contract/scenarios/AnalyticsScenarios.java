package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.CacheAnalytics;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The events say what the cache was worth: S37. */
public interface AnalyticsScenarios extends Scenario {

  @Test
  default void s37TheSumsOfAScriptedDayReconcileWithItsEvents() {
    List<Instance> instances = List.of(world().instance(), world().instance(), world().instance());
    var answers = new ArrayList<Served>();
    for (int hour = 0; hour < 30; hour++) {
      for (Instance one : instances) {
        answers.add(Scenario.served(get(one)));
      }
      world().clock.advance(Duration.ofHours(1));
    }
    long generated = from(answers, Source.GENERATED);
    var events = new ArrayList<AppEvent>();
    instances.forEach(one -> events.addAll(one.events().events()));
    // What the generator of the product tells; the one of this world has no price.
    for (int i = 0; i < generated; i++) {
      events.add(generated(i % 2 == 0 ? "0.03" : "0.05"));
    }

    var summary = new CacheAnalytics().summarise(events);

    assertThat(summary.generations()).isEqualTo(world().generator.calls()).isEqualTo(2);
    assertThat(summary.local().lookups()).isEqualTo(90);
    assertThat(summary.local().hits()).isEqualTo((int) from(answers, Source.LOCAL));
    assertThat(summary.shared().lookups()).isEqualTo(summary.local().misses());
    assertThat(summary.shared().hits()).isEqualTo((int) from(answers, Source.SHARED));
    assertThat(summary.localHitRatio()).hasValue(from(answers, Source.LOCAL) / 90.0);
    assertThat(summary.sharedHitRatio())
        .hasValue((double) from(answers, Source.SHARED) / summary.local().misses());
    assertThat(summary.local().stale() + summary.shared().stale())
        .isPositive()
        .isEqualTo((int) answers.stream().filter(it -> it.freshness() == Freshness.STALE).count());
    assertThat(summary.avoided()).isEqualTo((int) (90 - generated));
    assertThat(summary.savedUsd())
        .as("avoided at the mean of the two")
        .contains(new BigDecimal("3.520000"));
  }

  private static long from(List<Served> answers, Source source) {
    return answers.stream().filter(answer -> answer.source() == source).count();
  }

  private static AppEvent generated(String usd) {
    return new AppEvent.Generated(
        KEY,
        "complete",
        Duration.ZERO,
        new Usage("scripted", "1", 1, 1, 0, 1, Optional.of(new BigDecimal(usd))));
  }
}
