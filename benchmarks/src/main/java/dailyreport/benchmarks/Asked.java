package dailyreport.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * The command line: our options, and all others for JMH.
 *
 * @param altered whether JMH is told more than patterns: the figures are not the published ones
 */
record Asked(
    boolean help,
    boolean quick,
    boolean resume,
    boolean verbose,
    boolean altered,
    Optional<Path> to,
    Optional<Path> report,
    CommandLineOptions jmh) {
  static final String USAGE =
      """
      Usage: ./bot bench [PATTERN...] [--quick] [--resume] [--to DIR] [-v] [JMH's options]
             ./bot bench --report DIR
             ./bot bench -l
             ./bot bench coldstart|processes [ROUNDS]

      PATTERN...     only benchmarks whose full name contains it (a regular expression): L1Hit, stages
      --quick        all in this JVM, half a second each: a look, not figures to publish
      --resume       go on with a full run that was interrupted
      --to DIR       leave the results in DIR
      --report DIR   draw table and plots of DIR/jmh.json again, without measuring
      -v             show what JMH prints
      -l             list the benchmarks
      -h             JMH's own options

      A full run takes 3 forks of each benchmark and goes to benchmarks/results/, one with patterns
      or JMH's options to benchmarks/results/partial/, a quick one to benchmarks/results/quick/.
      Ctrl-C leaves the results so far. docs/performance.md tells how to read them.
      """;

  /**
   * Takes it apart.
   *
   * @throws CommandLineOptionException on an option that nobody knows, in words for the user
   */
  static Asked of(String... args) throws CommandLineOptionException {
    var rest = new ArrayList<>(List.of(args));
    boolean help = rest.removeIf("--help"::equals);
    boolean quick = rest.removeIf("--quick"::equals);
    boolean resume = rest.removeIf("--resume"::equals);
    boolean verbose = rest.removeIf("-v"::equals);
    Optional<Path> to = folder(rest, "--to");
    Optional<Path> report = folder(rest, "--report");
    var jmh = new CommandLineOptions(rest.toArray(String[]::new));
    boolean altered = rest.size() != jmh.getIncludes().size();
    if (resume && (quick || altered || to.isPresent() || !jmh.getIncludes().isEmpty())) {
      throw new CommandLineOptionException("--resume goes on with a full run and takes no other");
    }
    return new Asked(help, quick, resume, verbose, altered, to, report, jmh);
  }

  private static Optional<Path> folder(List<String> args, String option)
      throws CommandLineOptionException {
    int at = args.indexOf(option);
    if (at < 0) {
      return Optional.empty();
    }
    if (at + 1 == args.size()) {
      throw new CommandLineOptionException(option + " needs a folder");
    }
    args.remove(at);
    return Optional.of(Path.of(args.remove(at)));
  }

  List<String> patterns() {
    return jmh.getIncludes();
  }

  /** Whether it measures everything as it is published. */
  boolean full() {
    return !quick && !altered && patterns().isEmpty();
  }
}
