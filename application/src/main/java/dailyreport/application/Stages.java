package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.EventLog;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Runs the stages of one generation and tells when each began and ended. */
record Stages(ReportKey key, EventLog events, InstantSource clock) {

  /** Runs a stage; it succeeded when it returned. */
  <T> T run(Stage stage, Supplier<T> work) {
    return run(stage, work, _ -> true);
  }

  /** Runs a stage; it succeeded when it returned something good. */
  <T> T run(Stage stage, Supplier<T> work, Predicate<T> good) {
    Instant start = clock.instant();
    events.record(new AppEvent.StageStarted(key, stage));
    boolean succeeded = false;
    try {
      T result = work.get();
      succeeded = good.test(result);
      return result;
    } finally {
      Duration took = Duration.between(start, clock.instant());
      events.record(new AppEvent.StageEnded(key, stage, took, succeeded));
    }
  }
}
