package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordingEventLogTest {
  @Test
  void eventsAreKeptInOrderAndFoundByType() {
    var log = new RecordingEventLog();
    log.record(new AppEvent.Duplicate());
    log.record(new AppEvent.NewsDropped(2));
    log.record(new AppEvent.NewsDropped(3));

    assertThat(log.events()).hasSize(3);
    assertThat(log.of(AppEvent.NewsDropped.class))
        .containsExactly(new AppEvent.NewsDropped(2), new AppEvent.NewsDropped(3));
    log.clear();
    assertThat(log.events()).isEmpty();
  }

  @Test
  void theClockMovesOnlyWhenItIsMoved() {
    var clock = TestClock.atNow();
    assertThat(clock.instant()).isEqualTo(Examples.NOW);
    clock.advance(Duration.ofMinutes(3));
    assertThat(clock.instant()).isEqualTo(Examples.NOW.plus(Duration.ofMinutes(3)));
    clock.set(Examples.NOW);
    assertThat(clock.instant()).isEqualTo(Examples.NOW);
  }
}
