package dailyreport.benchmarks;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long, how often and in which JVM. */
final class Settings {
  /** A quick run fills no file with more rows: that takes longer than all of the measuring. */
  private static final int QUICK_ROWS = 10_000;

  private static final TimeValue QUICK_WARMUP = TimeValue.milliseconds(200);
  private static final TimeValue QUICK_MEASUREMENT = TimeValue.milliseconds(400);

  private Settings() {}

  /**
   * Those of the benchmarks themselves, or of a quick run, under JMH's options if there are any.
   */
  static Options of(Asked asked) {
    ChainedOptionsBuilder options = new OptionsBuilder().parent(asked.jmh());
    if (asked.jmh().getProfilers().isEmpty()) {
      options.addProfiler(GCProfiler.class);
    }
    if (asked.quick()) {
      options
          .forks(0)
          .warmupIterations(1)
          .warmupTime(QUICK_WARMUP)
          .measurementIterations(1)
          .measurementTime(QUICK_MEASUREMENT);
    }
    return options.build();
  }

  /** The cases that are worth their time. */
  static List<Case> kept(Asked asked, List<Case> cases) {
    return asked.quick() && asked.told().isEmpty()
        ? cases.stream().filter(Settings::isQuick).toList()
        : cases;
  }

  private static boolean isQuick(Case one) {
    String rows = one.params().getOrDefault("rows", "0");
    return Integer.parseInt(rows) <= QUICK_ROWS;
  }

  /** In words, to stand beside the figures. */
  static String text(Asked asked) {
    if (asked.quick()) {
      return "quick: no fork, one iteration of %s after one of %s"
          .formatted(QUICK_MEASUREMENT, QUICK_WARMUP);
    }
    return asked.told().isEmpty()
        ? "as published: those of each benchmark's class, 3 forks of 5 times 1 s after 5 times 1 s"
            + " unless it says otherwise"
        : "changed on the command line: " + asked.told();
  }
}
