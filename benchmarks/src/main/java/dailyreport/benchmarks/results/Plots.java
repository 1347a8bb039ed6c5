package dailyreport.benchmarks.results;

import dailyreport.benchmarks.results.Plot.Axis;
import dailyreport.benchmarks.results.Plot.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which benchmark is drawn where, by its name and parameters alone. A benchmark that was not
 * measured is left out; a plot without any is not drawn.
 */
final class Plots {
  /** File names of all plots that a complete run has. */
  static final List<String> ALL =
      List.of(
          "latency.png",
          "rows.png",
          "payload.png",
          "threads.png",
          "stampede.png",
          "added-latency.png");

  /** In the plot of all tiers each is shown once, with these where it has the parameter. */
  private static final Map<String, String> TYPICAL = Map.of("bars", "640", "latencyMillis", "0");

  private static final String TIERS =
      "L1Hit\\.sqlite|L2(Hit|NotModified)\\.s3|TieredGet\\..*|WebhookHit\\..*";
  private static final String BASELINES = "L1HitElsewhere\\.(hashMap|plainFile)|L2Hit\\.bareGet";
  private static final String MICROS = "latency, us";

  private Plots() {}

  /** Those for which there are figures. */
  static List<Plot> of(Results results) {
    List<Row> timed = results.rows().stream().filter(Row::latency).toList();
    List<Row> counted = results.rows().stream().filter(row -> !row.latency()).toList();
    var plots = new ArrayList<Plot>();
    plots.add(
        new Plot(
            "latency.png",
            "One look-up, by tier",
            new Axis.Named("percentile of calls", PlotLines.PERCENTILE_NAMES),
            new Axis.Powers(MICROS, 10),
            percentiles(timed)));
    plots.add(
        new Plot(
            "rows.png",
            "SQLite tier and the number of rows in its file",
            new Axis.Powers("rows", 10),
            new Axis.Linear(MICROS),
            growth(timed, "L1.*", "rows", 1)));
    plots.add(
        new Plot(
            "payload.png",
            "One look-up and the size of its record",
            new Axis.Linear("record, KB"),
            new Axis.Linear(MICROS),
            growth(timed, "L1.*", "kilobytes", 1)));
    plots.add(
        new Plot(
            "threads.png",
            "Answers by one process while everything expires once a second",
            new Axis.Powers("threads", 2),
            new Axis.Linear(
                "calls of all threads, " + counted.stream().map(Row::unit).findFirst().orElse("")),
            growth(counted, "SingleFlight\\..*", "threads", 1)));
    plots.add(
        new Plot(
            "stampede.png",
            "Until all have an answer who ask at once for an expired report",
            new Axis.Powers("callers", 2),
            new Axis.Linear("latency, ms"),
            growth(timed, "Stampede\\..*", "callers", 1e-3)));
    plots.add(
        new Plot(
            "added-latency.png",
            "Shared tier and the latency added to each request",
            new Axis.Linear("added to each request, ms"),
            new Axis.Linear("latency, ms"),
            growth(timed, "L2.*", "latencyMillis", 1e-3)));
    return plots.stream().filter(plot -> !plot.lines().isEmpty()).toList();
  }

  /** The tiers, and dashed what each has as its baseline. */
  private static List<Line> percentiles(List<Row> rows) {
    return Stream.concat(
            PlotLines.percentiles(matching(rows, TIERS), TYPICAL, false).stream(),
            PlotLines.percentiles(matching(rows, BASELINES), TYPICAL, true).stream())
        .toList();
  }

  private static List<Line> growth(List<Row> rows, String benchmarks, String param, double unit) {
    return PlotLines.growth(matching(rows, benchmarks), param, unit);
  }

  private static List<Row> matching(List<Row> rows, String benchmarks) {
    return rows.stream().filter(row -> row.benchmark().matches(benchmarks)).toList();
  }
}
