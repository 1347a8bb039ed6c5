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
 * @param told what JMH is told when it is more than patterns, which makes other figures than the
 *     published ones; otherwise empty
 */
record Asked(
    boolean help,
    boolean quick,
    boolean resume,
    boolean verbose,
    String told,
    Optional<Path> to,
    Optional<Path> report,
    CommandLineOptions jmh) {
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
    String told = rest.size() == jmh.getIncludes().size() ? "" : String.join(" ", rest);
    if (resume && (quick || !told.isEmpty() || to.isPresent() || !jmh.getIncludes().isEmpty())) {
      throw new CommandLineOptionException("--resume goes on with a full run and takes no other");
    }
    return new Asked(help, quick, resume, verbose, told, to, report, jmh);
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
    return !quick && told.isEmpty() && patterns().isEmpty();
  }
}
