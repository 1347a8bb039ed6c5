package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Tag;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock that ran ahead and was put right must not hold anything up until it is there again. */
class ClockSetBackTest {
  private static final Duration AHEAD = Duration.ofHours(3);

  private final TestClock clock = TestClock.atNow();

  @Test
  void breakerDoesNotSkipTheStoreUntilTheWrongTimeHasCome() {
    clock.advance(AHEAD);
    var breaker = new Breaker(clock);
    for (int i = 0; i < 5; i++) {
      breaker.faulted(Fault.TIMEOUT);
    }
    assertThat(breaker.allows()).isFalse();

    clock.set(Examples.NOW);

    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void faultsOfTheWrongTimeAreForgotten() {
    clock.advance(AHEAD);
    var breaker = new Breaker(clock);
    for (int i = 0; i < 4; i++) {
      breaker.faulted(Fault.TIMEOUT);
    }
    clock.set(Examples.NOW);

    breaker.faulted(Fault.TIMEOUT);

    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void thingsAreNotRememberedLongerThanTheyShall() {
    clock.advance(AHEAD);
    var lately = new Lately<String>(clock, Duration.ofMinutes(1), 10);
    lately.add("a");

    clock.set(Examples.NOW.plus(AHEAD).minusSeconds(1));
    assertThat(lately.has("a")).as("a small correction changes nothing").isTrue();
    clock.set(Examples.NOW);

    assertThat(lately.has("a")).isFalse();
  }

  @Test
  void copyThatWasCheckedInTheFutureIsCheckedAgain() {
    var world = new InMemoryCacheWorld();
    Instance one = world.instance();
    var work = Deadline.in(Duration.ofSeconds(105), world.clock.instant());
    one.cache().get(KEY, Requester.nobody(), work, work);
    var copy = one.local().find(KEY).orElseThrow();
    one.local()
        .store(
            new LocalCopy(copy.entry(), new Tag("of another"), world.clock.instant().plus(AHEAD)));
    long before = world.recordReads();

    one.cache().peek(KEY, work);

    assertThat(world.recordReads()).isEqualTo(before + 1);
  }
}
