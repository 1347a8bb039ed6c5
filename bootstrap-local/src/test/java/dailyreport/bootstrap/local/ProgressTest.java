package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.contract.Examples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter printed = new StringWriter();
  private final Progress progress = new Progress(new PrintWriter(printed));

  @Test
  void aStageIsToldWhenItStartsAndWithItsSecondsWhenItEnds() {
    progress.record(new AppEvent.StageStarted(Examples.KEY, Stage.CHART));
    progress.record(
        new AppEvent.StageEnded(Examples.KEY, Stage.CHART, Duration.ofMillis(1_250), true));
    progress.record(new AppEvent.StageEnded(Examples.KEY, Stage.PDF, Duration.ofMillis(10), false));
    assertThat(printed.toString().lines())
        .containsExactly("chart ...", "chart 1.25 s", "pdf 0.01 s, without result");
  }

  @Test
  void aLocalTierThatIsOffIsToldOnceThoughTwoUsersOfItsFileGiveItUp() {
    progress.record(new AppEvent.LocalDisabled(Fault.CORRUPT));
    progress.record(new AppEvent.LocalDisabled(Fault.ERROR));
    assertThat(printed.toString().lines())
        .containsExactly("cache tier local is off for this run: corrupt");
  }

  @Test
  void aTierThatIsDownIsToldOnce() {
    progress.record(new AppEvent.CacheError(Tier.SHARED, "get", Fault.TIMEOUT));
    progress.record(new AppEvent.CacheError(Tier.SHARED, "commit", Fault.TIMEOUT));
    progress.record(new AppEvent.CacheError(Tier.LOCAL, "find", Fault.BUSY));
    assertThat(printed.toString().lines())
        .containsExactly(
            "cache tier shared: timeout (get); going on without it",
            "cache tier local: busy (find); going on without it");
  }

  @Test
  void whoWaitsForAnotherProcessIsTold() {
    progress.record(new AppEvent.Lock(AppEvent.LockState.ACQUIRED));
    progress.record(new AppEvent.Lock(AppEvent.LockState.WAITED));
    assertThat(printed.toString().lines())
        .containsExactly("another process is making this report; waiting for it ...");
  }
}
