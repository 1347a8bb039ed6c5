package dailyreport.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.TestClock;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NarratorBreakerTest {
  private final TestClock clock = TestClock.atNow();
  private final NarratorBreaker breaker = new NarratorBreaker(clock);

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"AUTH", "QUOTA"})
  void aRefusedKeyOrAnUnpaidBillKeepsCallsBackForFifteenMinutes(Fault fault) {
    assertThat(breaker.allows()).isTrue();
    breaker.saw(fault);

    assertThat(breaker.allows()).isFalse();
    clock.advance(NarratorBreaker.PAUSE.minusNanos(1));
    assertThat(breaker.allows()).isFalse();
    clock.advance(Duration.ofNanos(1));
    assertThat(breaker.allows()).isTrue();
  }

  @Test
  void thePauseIsCountedFromTheLastRefusal() {
    breaker.saw(Fault.AUTH);
    clock.advance(NarratorBreaker.PAUSE.dividedBy(2));
    breaker.saw(Fault.AUTH);
    clock.advance(NarratorBreaker.PAUSE.minusNanos(1));

    assertThat(breaker.allows()).isFalse();
  }

  @Test
  void noOtherFaultKeepsCallsBackOrEndsThePause() {
    var healing = EnumSet.complementOf(EnumSet.of(Fault.AUTH, Fault.QUOTA));
    healing.forEach(breaker::saw);
    assertThat(breaker.allows()).isTrue();

    breaker.saw(Fault.AUTH);
    healing.forEach(breaker::saw);
    assertThat(breaker.allows()).isFalse();
  }
}
