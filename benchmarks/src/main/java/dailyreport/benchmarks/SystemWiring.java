package dailyreport.benchmarks;

import java.time.InstantSource;

/** What this program takes from the system it runs on, made in this one place. */
final class SystemWiring {
  private SystemWiring() {}

  /** The true time: when a run began, and how long its remainder will take. */
  static InstantSource clock() {
    return InstantSource.system();
  }
}
