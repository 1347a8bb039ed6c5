package dailyreport.adapters.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.Examples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Instant NOW = Examples.NOW;

  private final Breaker breaker = new Breaker();

  @Test
  void fiveFailuresWithinAMinutePauseForHalfAMinute() {
    fail(4, NOW);
    assertThat(breaker.allows(NOW)).isTrue();
    fail(1, NOW.plusSeconds(60));
    assertThat(breaker.allows(NOW.plusSeconds(60))).isFalse();
    assertThat(breaker.allows(NOW.plusSeconds(89))).isFalse();
    assertThat(breaker.allows(NOW.plusSeconds(90))).isTrue();
  }

  @Test
  void failuresOfMoreThanAMinuteAgoAreForgotten() {
    fail(4, NOW);
    fail(1, NOW.plusSeconds(61));
    assertThat(breaker.allows(NOW.plusSeconds(61))).isTrue();
  }

  @Test
  void afterThePauseOneCallerTriesForAll() {
    fail(5, NOW);
    assertThat(breaker.allows(NOW.plusSeconds(30))).isTrue();
    assertThat(breaker.allows(NOW.plusSeconds(30))).isFalse();
    fail(1, NOW.plusSeconds(32));
    assertThat(breaker.allows(NOW.plusSeconds(61))).isFalse();
    assertThat(breaker.allows(NOW.plusSeconds(62))).isTrue();
    breaker.succeeded();
    assertThat(breaker.allows(NOW.plusSeconds(62))).isTrue();
    assertThat(breaker.allows(NOW.plusSeconds(62))).isTrue();
  }

  @Test
  void aSuccessForgetsTheFailures() {
    fail(4, NOW);
    breaker.succeeded();
    fail(4, NOW);
    assertThat(breaker.allows(NOW)).isTrue();
  }

  private void fail(int times, Instant at) {
    for (int i = 0; i < times; i++) {
      breaker.failed(at);
    }
  }
}
