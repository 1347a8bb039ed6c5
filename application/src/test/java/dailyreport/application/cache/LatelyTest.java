package dailyreport.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatelyTest {
  private final TestClock clock = TestClock.atNow();
  private final Lately<String> lately = new Lately<>(clock, Duration.ofMinutes(1), 2);

  @Test
  void aThingIsRememberedForItsTime() {
    assertThat(lately.add("a")).isTrue();
    assertThat(lately.add("a")).isFalse();
    clock.advance(Duration.ofMinutes(1).minusMillis(1));
    assertThat(lately.has("a")).isTrue();
    clock.advance(Duration.ofMinutes(1));
    assertThat(lately.has("a")).isFalse();
    assertThat(lately.add("a")).isTrue();
  }

  @Test
  void theOldestMakesRoom() {
    lately.add("a");
    lately.add("b");
    lately.add("a");
    lately.add("c");
    assertThat(lately.has("a")).isTrue();
    assertThat(lately.has("b")).isFalse();
    assertThat(lately.has("c")).isTrue();
  }

  @Test
  void aThingCanBeForgotten() {
    lately.add("a");
    lately.forget("a");
    assertThat(lately.has("a")).isFalse();
  }
}
