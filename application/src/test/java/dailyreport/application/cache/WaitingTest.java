package dailyreport.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private final Waiting real = Waiting.real();

  @Test
  void workThatHasEndedHasEndedInWhateverWay() throws InterruptedException {
    var cancelled = new CompletableFuture<String>();
    cancelled.cancel(false);

    assertThat(real.ends(CompletableFuture.completedFuture("done"), Duration.ZERO)).isTrue();
    assertThat(real.ends(CompletableFuture.failedFuture(new AssertionError()), Duration.ZERO))
        .isTrue();
    assertThat(real.ends(cancelled, Duration.ZERO)).isTrue();
  }

  @Test
  void workThatTakesLongerHasNot() throws InterruptedException {
    assertThat(real.ends(new CompletableFuture<>(), Duration.ZERO)).isFalse();
  }

  @Test
  void aPauseCanBeCalledOff() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> real.pause(Duration.ofHours(1)))
        .isInstanceOf(InterruptedException.class);
  }
}
