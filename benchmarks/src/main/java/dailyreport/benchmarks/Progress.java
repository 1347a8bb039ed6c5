package dailyreport.benchmarks;

import dailyreport.benchmarks.results.Row;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One line for each benchmark: which, how long all will still take, and then what was seen. */
final class Progress {
  /** Starting JVMs and filling stores, on top of the iterations; a guess until one has ended. */
  private static final double OVERHEAD = 1.2;

  private final List<Case> cases;
  private final Instant started;
  private final PrintStream out;

  Progress(List<Case> cases, Instant started, PrintStream out) {
    this.cases = cases;
    this.started = started;
    this.out = out;
  }

  /** Begins the line of a case, by its index. */
  void begin(int index, Instant now) {
    int width = cases.stream().mapToInt(c -> c.label().length()).max().orElse(0);
    out.printf(
        Locale.ROOT,
        "[%2d/%d] %-" + width + "s  %9s left  ",
        index + 1,
        cases.size(),
        cases.get(index).label(),
        text(left(index, now)));
    out.flush();
  }

  /** Ends the line with the figures. */
  void end(Row row) {
    if (row.latency()) {
      out.printf(
          Locale.ROOT,
          "p50 %,.1f us%s",
          row.percentile(50).orElse(row.score()),
          row.percentile(99).isPresent()
              ? String.format(Locale.ROOT, ", p99 %,.1f us", row.percentile(99).getAsDouble())
              : "");
    } else {
      out.printf(Locale.ROOT, "%,.3f %s", row.score(), row.unit());
    }
    out.println(row.disturbed() ? " (!) disturbed" : "");
  }

  /** Ends the line with the reason why there are no figures. */
  void broken(String reason) {
    out.println("no figure: " + reason);
  }

  /**
   * What this case and all after it will take: their iterations, longer by as much as those before
   * were.
   */
  Duration left(int index, Instant now) {
    double before = cases.subList(0, index).stream().mapToDouble(Case::seconds).sum();
    double after = cases.subList(index, cases.size()).stream().mapToDouble(Case::seconds).sum();
    double stretch =
        before > 0 ? Duration.between(started, now).toMillis() / 1e3 / before : OVERHEAD;
    return Duration.ofSeconds(Math.round(after * stretch));
  }

  /** In minutes, and in seconds below two of them. */
  static String text(Duration left) {
    return left.toSeconds() < 120 ? left.toSeconds() + " s" : left.toMinutes() + " min";
  }
}
