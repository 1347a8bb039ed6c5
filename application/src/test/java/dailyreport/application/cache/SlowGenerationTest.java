package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.Deadline;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a generation is worth that was overtaken by the clock. */
class SlowGenerationTest {
  private static final Instant NEXT_CLOSE_SETTLED = Instant.parse("2025-11-12T10:00:00Z");

  private final InMemoryCacheWorld world = new InMemoryCacheWorld();

  @Test
  void aReportThatWasStillBeingMadeAtTheNextCloseIsDisclosedAsStale() {
    world.clock.set(NEXT_CLOSE_SETTLED.minusSeconds(60));
    world.generator.during(() -> world.clock.advance(Duration.ofSeconds(60)));

    assertThat(get(world.instance()))
        .isInstanceOfSatisfying(
            Served.class,
            served -> {
              assertThat(served.source()).isEqualTo(Source.GENERATED);
              assertThat(served.freshness()).isEqualTo(Freshness.STALE);
            });
  }

  @Test
  void oneThatWasReadyJustBeforeIsFresh() {
    world.clock.set(NEXT_CLOSE_SETTLED.minusSeconds(61));
    world.generator.during(() -> world.clock.advance(Duration.ofSeconds(60)));

    assertThat(get(world.instance()))
        .isInstanceOfSatisfying(
            Served.class, served -> assertThat(served.freshness()).isEqualTo(Freshness.FRESH));
  }

  @Test
  void aNegativeAnswerStaysOneHoweverLongItTook() {
    world.generator.knowsNothing();
    world.generator.during(() -> world.clock.advance(Duration.ofMinutes(11)));

    assertThat(get(world.instance())).isInstanceOf(CacheAnswer.Absent.class);
  }

  private CacheAnswer get(Instance one) {
    Deadline soon = Deadline.in(Duration.ofSeconds(150), world.clock.instant());
    return one.cache().get(KEY, Requester.nobody(), soon, soon);
  }
}
