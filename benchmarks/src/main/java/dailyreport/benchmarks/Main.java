package dailyreport.benchmarks;

import dailyreport.benchmarks.results.Machine;
import java.io.IOException;
import java.util.Arrays;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks whose name contains a pattern; all of JMH's own options work ({@code -h}
 * lists them).
 *
 * <pre>{@code
 * mvn -q package -pl benchmarks -am -DskipTests
 * java @benchmarks/java.args L1Hit            # 3 forks, for a figure to publish
 * java @benchmarks/java.args --quick L1Hit    # seconds, for a first look
 * }</pre>
 */
public final class Main {
  private static final String QUICK = "--quick";

  private Main() {}

  /** Runs what the arguments ask for; figures go to standard output. */
  public static void main(String[] args) throws RunnerException, IOException {
    System.exit(run(args));
  }

  /** Answers the exit code: 0 when all that was asked for ran, 2 on wrong usage. */
  static int run(String... args) throws RunnerException, IOException {
    try {
      boolean quick = Arrays.asList(args).contains(QUICK);
      var asked =
          new CommandLineOptions(
              Arrays.stream(args).filter(arg -> !arg.equals(QUICK)).toArray(String[]::new));
      if (asked.shouldHelp()) {
        System.out.println(QUICK + ": no fork, 1 s of warm-up, 1 s of measurement. JMH's own:");
        asked.showHelp();
      } else if (asked.shouldList()) {
        new Runner(asked).list();
      } else {
        measure(quick ? quick(asked) : asked, quick);
      }
      return 0;
    } catch (CommandLineOptionException | NoBenchmarksException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private static void measure(Options options, boolean quick) throws RunnerException {
    double before = Machine.load();
    // A benchmark that breaks would otherwise just be missing from the table.
    new Runner(new OptionsBuilder().parent(options).shouldFailOnError(true).build()).run();
    System.out.println();
    System.out.println(Machine.description());
    System.out.println("# Load average before: " + Machine.verdict(before));
    System.out.println("# Load average after: " + Machine.verdict(Machine.load()));
    if (quick) {
      System.out.println("# Quick run: no fork, hardly any warm-up; not for publication");
    }
  }

  /** The same choice of benchmarks in this JVM, for a second each. */
  private static Options quick(Options asked) {
    return new OptionsBuilder()
        .parent(asked)
        .forks(0)
        .warmupIterations(1)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(1)
        .measurementTime(TimeValue.seconds(1))
        .build();
  }
}
