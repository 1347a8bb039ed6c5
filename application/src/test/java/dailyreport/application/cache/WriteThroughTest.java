package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.application.port.SharedCache;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a generation whose store is not as it was when it began. */
class WriteThroughTest extends CacheRig {

  @Test
  void aConflictWithANewerGenerationAdoptsIt() {
    Instance one = with(overtaken(1, Examples.NOW.plusSeconds(1)));

    CacheAnswer answer = get(one);

    assertThat(served(answer).source()).isEqualTo(Source.SHARED);
    assertThat(generation(answer)).isEqualTo("f1");
    assertThat(one.local().find(KEY).orElseThrow().entry()).isEqualTo(kept());
    assertThat(served(answer).report().parts()).hasSize(3);
  }

  @Test
  void aConflictWithAnOlderGenerationIsWonAtTheSecondAttempt() {
    Instance one = with(overtaken(1, Examples.NOW.minusSeconds(1)));

    CacheAnswer answer = get(one);

    assertThat(served(answer).source()).isEqualTo(Source.GENERATED);
    assertThat(kept()).isEqualTo(served(answer).entry());
    assertThat(served(answer).report().parts()).as("committed, so links work").hasSize(3);
    assertThat(stored(one)).isTrue();
  }

  @Test
  void aSecondConflictLeavesTheSharedTierToOthersAndTheAnswerWithoutLinks() {
    Instance one = with(overtaken(2, Examples.NOW.minusSeconds(1)));

    CacheAnswer answer = get(one);

    assertThat(served(answer).source()).isEqualTo(Source.GENERATED);
    assertThat(generation(answer)).isNotEqualTo(kept().validity().generation());
    assertThat(served(answer).report().parts()).isEmpty();
    assertThat(stored(one)).isFalse();
  }

  @Test
  void aConflictWithANewerGenerationThatHasEndedIsNotAnswered() {
    var ended =
        new Validity(
            Examples.NOW.plusSeconds(1),
            Examples.NOW.plusSeconds(2),
            Examples.NOW.plusSeconds(2),
            "f1");
    var commits = new AtomicInteger();
    Instance one =
        with(
            Spied.on(
                SharedCache.class,
                shared,
                (method, _) -> {
                  if (method.equals("commit") && commits.incrementAndGet() == 1) {
                    overtake(ended);
                    passes(Duration.ofSeconds(5));
                  }
                }));

    assertThat(generation(get(one))).isNotEqualTo("f1");
  }

  @Test
  void whatIsInvalidatedWhileItIsMadeIsNotStoredAnywhere() {
    Instance one = world.instance();
    world.generator.during(() -> {
      passes(Duration.ofSeconds(1));
      log.raise(new Scope.OfTicker(KEY.ticker()), Strength.HARD, work());
    });

    assertThat(served(get(one)).report().parts()).isEmpty();

    assertThat(one.local().find(KEY)).isEmpty();
    assertThat(world.commits()).isZero();
    assertThat(stored(one)).isFalse();
  }

  @Test
  void storingIsAStageWithItsTimeAndItsEnd() {
    Instance one =
        with(
            Spied.on(
                SharedCache.class,
                shared,
                (method, _) -> {
                  if (method.equals("commit")) {
                    passes(Duration.ofSeconds(2));
                  }
                }));

    get(one);

    assertThat(one.events().of(AppEvent.StageStarted.class))
        .containsExactly(new AppEvent.StageStarted(KEY, AppEvent.Stage.STORE));
    assertThat(one.events().of(AppEvent.StageEnded.class))
        .containsExactly(
            new AppEvent.StageEnded(KEY, AppEvent.Stage.STORE, Duration.ofSeconds(2), true));
  }

  @Test
  void aCommitThatFailsIsAStageThatDid() {
    shared.wire().cut(Fault.ERROR);
    Instance one = world.instance();

    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);

    assertThat(stored(one)).isFalse();
  }

  @Test
  void aDefiniteAbsenceIsStoredAsOne() {
    world.generator.knowsNothing();
    Instance one = world.instance();

    assertThat(get(one)).isInstanceOf(CacheAnswer.Absent.class);
    one.events().clear();
    assertThat(get(one)).isInstanceOf(CacheAnswer.Absent.class);

    assertThat(lookUps(one)).containsExactly("LOCAL NEGATIVE");
  }

  /** The shared tier, in which another writer commits just before each of the first commits. */
  private SharedCache overtaken(int times, Instant startedAt) {
    var commits = new AtomicInteger();
    return Spied.on(
        SharedCache.class,
        shared,
        (method, _) -> {
          if (method.equals("commit") && commits.incrementAndGet() <= times) {
            overtake(Examples.validity(startedAt, "f" + commits));
          }
        });
  }

  private void overtake(Validity theirs) {
    shared.commit(
        new Bundle(entry(theirs), Examples.parts(KEY.toString())),
        shared.tags(KEY, work()),
        work());
  }

  private static boolean stored(Instance one) {
    return one.events().of(AppEvent.StageEnded.class).getLast().succeeded();
  }
}
