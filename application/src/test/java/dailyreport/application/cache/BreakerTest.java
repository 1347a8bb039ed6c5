package dailyreport.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Fault;
import dailyreport.contract.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private final TestClock clock = TestClock.atNow();
  private final Breaker breaker = new Breaker(clock);

  @Test
  void fiveFaultsInThirtySecondsSkipTheStoreForThirty() {
    fault(4);
    assertThat(breaker.allows()).isTrue();
    fault(1);
    assertThat(breaker.allows()).isFalse();
    clock.advance(Duration.ofSeconds(30).minusMillis(1));
    assertThat(breaker.allows()).isFalse();
  }

  @Test
  void oneProbeFollowsAndItsFaultSkipsAgain() {
    fault(5);
    clock.advance(Duration.ofSeconds(30));
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isFalse();
    fault(1);
    clock.advance(Duration.ofSeconds(29));
    assertThat(breaker.allows()).isFalse();
  }

  @Test
  void anAnswerToTheProbeClosesIt() {
    fault(5);
    clock.advance(Duration.ofSeconds(30));
    assertThat(breaker.allows()).isTrue();
    breaker.answered();
    fault(4);
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void anAnswerBetweenFaultsDoesNotMakeThemGood() {
    fault(4);
    breaker.answered();
    fault(1);
    assertThat(breaker.allows()).isFalse();
  }

  @Test
  void afterAnAnswerOldFaultsNoLongerCount() {
    fault(5);
    breaker.answered();
    assertThat(breaker.allows()).isTrue();
    fault(4);
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void whatTheStoreSaysOfARecordAnswersTheProbe() {
    fault(5);
    clock.advance(Duration.ofSeconds(30));
    assertThat(breaker.allows()).isTrue();
    breaker.faulted(Fault.INVALID);
    assertThat(breaker.allows()).isTrue();
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void slowFaultsDoNotAddUp() {
    for (int i = 0; i < 20; i++) {
      fault(1);
      clock.advance(Duration.ofSeconds(8));
    }
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void whatIsWrongWithARecordIsNoFaultOfTheStore() {
    for (int i = 0; i < 10; i++) {
      breaker.faulted(Fault.INVALID);
      breaker.faulted(Fault.PERMISSION);
    }
    assertThat(breaker.allows()).isTrue();
  }

  private void fault(int times) {
    for (int i = 0; i < times; i++) {
      breaker.faulted(Fault.TIMEOUT);
    }
  }
}
