package dailyreport.benchmarks;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is to be measured, from JMH's list of benchmarks. */
final class Cases {
  private Cases() {}

  /** Full names of all benchmarks, sorted. */
  static List<String> names() {
    return all(List.of()).stream()
        .map(BenchmarkListEntry::getUsername)
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Every benchmark that one of the patterns finds (all, when there is none), once for each
   * combination of its parameters, sorted by name.
   *
   * @throws CommandLineOptionException on a pattern that finds nothing; its message lists the names
   */
  static List<Case> of(Options asked) throws CommandLineOptionException {
    for (String pattern : asked.getIncludes()) {
      if (names().stream().noneMatch(find(pattern))) {
        throw new CommandLineOptionException(
            "no benchmark is called like \"%s\"; there are:\n%s"
                .formatted(
                    pattern,
                    names().stream().map(n -> "  " + n).collect(Collectors.joining("\n"))));
      }
    }
    var cases = new ArrayList<Case>();
    for (BenchmarkListEntry entry : all(asked.getIncludes())) {
      Collection<Mode> modes =
          asked.getBenchModes().isEmpty() ? List.of(entry.getMode()) : asked.getBenchModes();
      for (Mode mode : modes) {
        for (SortedMap<String, String> params : combinations(entry, asked)) {
          cases.add(new Case(entry.getUsername(), params, mode, seconds(entry, mode, asked)));
        }
      }
    }
    // JMH's own order begins with the mode.
    cases.sort(Comparator.comparing(Case::method));
    return cases;
  }

  private static Predicate<String> find(String pattern) throws CommandLineOptionException {
    try {
      return Pattern.compile(pattern).asPredicate();
    } catch (PatternSyntaxException e) {
      throw new CommandLineOptionException("not a regular expression: " + pattern, e);
    }
  }

  private static Collection<BenchmarkListEntry> all(List<String> patterns) {
    var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    OutputFormat none = OutputFormatFactory.createFormatInstance(silence, VerboseMode.SILENT);
    return new TreeSet<>(BenchmarkList.defaultList().find(none, patterns, List.of()));
  }

  private static List<SortedMap<String, String>> combinations(
      BenchmarkListEntry entry, Options asked) {
    var combined = new ArrayList<SortedMap<String, String>>();
    combined.add(new TreeMap<>());
    for (var param : new TreeMap<>(entry.getParams().orElse(Map.of())).entrySet()) {
      Collection<String> values =
          asked.getParameter(param.getKey()).orElse(List.of(param.getValue()));
      var longer = new ArrayList<SortedMap<String, String>>();
      for (SortedMap<String, String> params : combined) {
        for (String value : values) {
          var more = new TreeMap<>(params);
          more.put(param.getKey(), value);
          longer.add(more);
        }
      }
      combined = longer;
    }
    return combined;
  }

  private static double seconds(BenchmarkListEntry entry, Mode mode, Options asked) {
    int forks = asked.getForkCount().orElse(entry.getForks().orElse(Defaults.MEASUREMENT_FORKS));
    if (mode == Mode.SingleShotTime) {
      // As long as its work, which nobody knows before.
      return Math.max(1, forks);
    }
    double warmup =
        asked
                .getWarmupIterations()
                .orElse(entry.getWarmupIterations().orElse(Defaults.WARMUP_ITERATIONS))
            * seconds(
                asked.getWarmupTime().orElse(entry.getWarmupTime().orElse(Defaults.WARMUP_TIME)));
    double measured =
        asked
                .getMeasurementIterations()
                .orElse(entry.getMeasurementIterations().orElse(Defaults.MEASUREMENT_ITERATIONS))
            * seconds(
                asked
                    .getMeasurementTime()
                    .orElse(entry.getMeasurementTime().orElse(Defaults.MEASUREMENT_TIME)));
    return Math.max(1, forks) * (warmup + measured);
  }

  private static double seconds(TimeValue time) {
    return time.convertTo(TimeUnit.MILLISECONDS) / 1e3;
  }
}
