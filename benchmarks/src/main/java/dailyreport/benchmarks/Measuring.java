package dailyreport.benchmarks;

import dailyreport.benchmarks.results.Conditions;
import dailyreport.benchmarks.results.Load;
import dailyreport.benchmarks.results.ProcessorTime;
import dailyreport.benchmarks.results.ResultFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one case after the other and writes the results after each. */
final class Measuring {
  private static final int LINES_OF_A_BREAK = 15;

  private final Options options;
  private final boolean verbose;
  private final InstantSource clock;
  private final PrintStream out;

  Measuring(Options options, boolean verbose, InstantSource clock, PrintStream out) {
    this.options = options;
    this.verbose = verbose;
    this.clock = clock;
    this.out = out;
  }

  /**
   * Runs the cases that the file lacks. A case that breaks is told of and left out.
   *
   * @param before the load before the first of them
   * @return how many broke
   */
  int all(List<Case> cases, ResultFile file, Load before, Path folder) throws IOException {
    var known = file.results().rows().stream().map(row -> row.label()).collect(Collectors.toSet());
    List<Case> missing = cases.stream().filter(c -> !known.contains(c.label())).toList();
    Instant started = clock.instant();
    Conditions earlier = file.conditions();
    var progress = new Progress(missing, started, out);
    int broken = 0;
    for (int i = 0; i < missing.size(); i++) {
      progress.begin(i, clock.instant());
      var chatter = new ByteArrayOutputStream();
      Instant begun = clock.instant();
      var then = ProcessorTime.now();
      try {
        RunResult result = run(missing.get(i), chatter);
        Instant ended = clock.instant();
        file.add(
            result,
            ProcessorTime.others(then, ProcessorTime.now(), Duration.between(begun, ended)));
        file.write(
            folder, earlier.with(started, Duration.between(started, ended), before, Load.now()));
        progress.end(file.results().rows().getLast());
      } catch (RunnerException e) {
        broken++;
        progress.broken(String.valueOf(e.getMessage()));
        why(chatter.toString(StandardCharsets.UTF_8));
      }
    }
    return broken;
  }

  private RunResult run(Case one, ByteArrayOutputStream chatter) throws RunnerException {
    var kept = new PrintStream(chatter, false, StandardCharsets.UTF_8);
    if (verbose) {
      out.println();
    }
    var format = OutputFormatFactory.createFormatInstance(verbose ? out : kept, VerboseMode.NORMAL);
    return new Runner(one.within(options), format).runSingle();
  }

  /** What JMH printed from the failure on; where it names none, the end of it. */
  private void why(String chatter) {
    List<String> lines = chatter.lines().filter(line -> !line.isBlank()).toList();
    int from =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains("<failure>"))
            .findFirst()
            .orElse(Math.max(0, lines.size() - LINES_OF_A_BREAK));
    lines.stream()
        .skip(from)
        .limit(LINES_OF_A_BREAK)
        .map(line -> "    " + line)
        .forEach(out::println);
  }
}
