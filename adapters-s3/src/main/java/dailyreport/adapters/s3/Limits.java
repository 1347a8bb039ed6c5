package dailyreport.adapters.s3;

import java.time.Duration;

/**
 * How long one operation may take and how often it may be tried; faults.md, sections 2 and 7.
 *
 * @param attempts most attempts
 * @param each longest time for one attempt
 * @param total longest time for all of them with the pauses between
 * @param pauseLow shortest pause before another attempt
 * @param pauseHigh longest pause; the true one is drawn between the two
 */
record Limits(int attempts, Duration each, Duration total, Duration pauseLow, Duration pauseHigh) {

  /** GET and LIST: F42. */
  static final Limits READ = of(2, 1_500, 2_000, 20, 100);

  /** HEAD is never repeated: F55. */
  static final Limits LOOK = of(1, 1_500, 2_000, 0, 0);

  /** PUT of what took long to make, and a worker's first request of all: F49, F50. */
  static final Limits WRITE = of(2, 2_500, 6_000, 200, 800);

  /** Leases and deletions, which somebody waits for: F54, F56. */
  static final Limits SHORT = of(2, 700, 1_000, 20, 100);

  private static Limits of(int attempts, int each, int total, int pauseLow, int pauseHigh) {
    return new Limits(
        attempts,
        Duration.ofMillis(each),
        Duration.ofMillis(total),
        Duration.ofMillis(pauseLow),
        Duration.ofMillis(pauseHigh));
  }
}
