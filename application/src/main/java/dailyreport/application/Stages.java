package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Tells when a stage of a generation starts and ends. */
final class Stages {
  private Stages() {}

  static <T> T timed(
      EventLog events, InstantSource clock, ReportKey key, AppEvent.Stage stage, Supplier<T> work) {
    Instant start = clock.instant();
    events.record(new AppEvent.StageStarted(key, stage));
    boolean succeeded = false;
    try {
      T result = work.get();
      succeeded = true;
      return result;
    } finally {
      events.record(
          new AppEvent.StageEnded(key, stage, Duration.between(start, clock.instant()), succeeded));
    }
  }
}
