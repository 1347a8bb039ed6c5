package dailyreport.benchmarks;

import dailyreport.benchmarks.results.Conditions;
import dailyreport.benchmarks.results.Load;
import dailyreport.benchmarks.results.Machine;
import dailyreport.benchmarks.results.Report;
import dailyreport.benchmarks.results.ResultFile;
import dailyreport.benchmarks.results.ResultFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.Options;

/**
 * Runs the benchmarks and leaves table and plots: {@code ./bot bench}, which builds first; or,
 * after {@code package}, from the root of the project
 *
 * <pre>{@code
 * java @benchmarks/java.args L1Hit            # 3 forks, for a figure to publish
 * java @benchmarks/java.args --quick L1Hit    # seconds, for a first look
 * }</pre>
 */
public final class Main {
  private final InstantSource clock;
  private final PrintStream out;
  private final PrintStream err;
  private final Path root;

  Main(InstantSource clock, PrintStream out, PrintStream err, Path root) {
    this.clock = clock;
    this.out = out;
    this.err = err;
    this.root = root;
  }

  /** Runs what the arguments ask for. */
  public static void main(String[] args) throws IOException {
    var results = Path.of("benchmarks", "results");
    System.exit(new Main(SystemWiring.clock(), System.out, System.err, results).run(args));
  }

  /**
   * Answers the exit code: 0 when all that was asked for was done, 1 when a benchmark broke, 2 on
   * wrong usage.
   */
  int run(String... args) throws IOException {
    try {
      Asked asked = Asked.of(args);
      if (asked.help()) {
        out.print(usage());
      } else if (asked.jmh().shouldHelp()) {
        asked.jmh().showHelp();
      } else if (asked.jmh().shouldList()) {
        Cases.names().forEach(out::println);
      } else if (asked.report().isPresent()) {
        draw(asked.report().get());
      } else {
        return measure(asked);
      }
      return 0;
    } catch (CommandLineOptionException | NoSuchFileException e) {
      err.println("bench: " + e.getMessage());
      return 2;
    }
  }

  private int measure(Asked asked) throws CommandLineOptionException, IOException {
    Load before = Load.now();
    Options options = Settings.of(asked);
    List<Case> cases = Settings.kept(asked, Cases.of(options));
    if (OneRun.isGoingOn()) {
      err.println(
          "bench: other benchmarks are running on this machine; wait until they have ended");
      return 1;
    }
    var facts = Machine.facts();
    facts.put("settings", Settings.text(asked));
    Conditions conditions = Conditions.before(facts, before, Machine.CORES, asked.quick());
    var folder = ResultFolder.of(root, asked.to(), asked.quick(), asked.full());
    ResultFile file = asked.resume() ? folder.unfinished(conditions) : folder.begin(conditions);
    out.printf(Locale.ROOT, "%d benchmarks, results go to %s%n", cases.size(), folder.working());
    conditions.invalid().forEach(reason -> out.println("INVALID: " + reason));
    var measuring = new Measuring(options, asked.verbose(), clock, out);
    int broken = measuring.all(cases, file, before, folder.working());
    if (broken > 0) {
      out.printf(Locale.ROOT, "%d of %d benchmarks broke%n", broken, cases.size());
    }
    if (file.results().rows().isEmpty()) {
      return 1;
    }
    draw(broken == 0 ? folder.finish() : folder.working());
    file.conditions().invalid().forEach(reason -> out.println("INVALID: " + reason));
    return broken == 0 ? 0 : 1;
  }

  /** The same text that {@code ./bot bench --help} shows without a build. */
  private static String usage() throws IOException {
    try (InputStream text = Main.class.getResourceAsStream("usage.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void draw(Path folder) throws IOException {
    List<String> absent = Report.draw(folder);
    out.println("Table and plots: " + folder);
    if (!absent.isEmpty()) {
      out.println("Not drawn, because nothing of it was measured: " + String.join(", ", absent));
    }
  }
}
