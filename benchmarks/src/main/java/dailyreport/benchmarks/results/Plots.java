package dailyreport.benchmarks.results;

import dailyreport.benchmarks.results.Plot.Axis;
import dailyreport.benchmarks.results.Plot.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Which benchmark is drawn where, by its name and parameters alone. A benchmark that was not
 * measured is left out; a plot without any is not drawn.
 */
final class Plots {
  /** File names of all plots that a complete run has. */
  static final List<String> ALL =
      List.of("latency.png", "rows.png", "payload.png", "threads.png", "added-latency.png");

  /** In the plot of all tiers each is shown once, with these where it has the parameter. */
  private static final Map<String, String> TYPICAL =
      Map.of(
          "payload", "REAL", "bars", "640", "rows", "1000", "latencyMillis", "0", "threads", "1");

  private static final String TIERS =
      "(L1Hit\\.(hashMap|plainFile|sqlite)|L2Hit|L2NotModified|TieredGet|WebhookHit)\\b.*";
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);
  private static final Axis MICROS = new Axis.Powers("latency, us", 10);

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
            new Axis.Named("percentile of calls", List.of("p50", "p90", "p99", "p99.9", "max")),
            MICROS,
            percentiles(timed)));
    plots.add(
        new Plot(
            "rows.png",
            "SQLite tier and the number of rows in its file",
            new Axis.Powers("rows", 10),
            MICROS,
            growth(timed, "L1.*", "rows", 1)));
    String payload = timed.stream().anyMatch(row -> row.params().containsKey("kb")) ? "kb" : "bars";
    plots.add(
        new Plot(
            "payload.png",
            "One look-up and the size of the record",
            new Axis.Linear(payload.equals("kb") ? "record, KB" : "record, bars of prices"),
            MICROS,
            growth(timed, "(L1Hit|Codec)\\..*", payload, 1)));
    plots.add(
        new Plot(
            "threads.png",
            "Calls for the same report by many threads",
            new Axis.Powers("threads", 2),
            new Axis.Powers(counted.stream().map(Row::unit).findFirst().orElse("calls"), 10),
            growth(counted, "SingleFlight\\..*", "threads", 1)));
    plots.add(
        new Plot(
            "added-latency.png",
            "Shared tier and the latency added to each request",
            new Axis.Linear("added to each request, ms"),
            new Axis.Linear("latency, ms"),
            growth(timed, "L2.*", "latencyMillis", 1e-3)));
    return plots.stream().filter(plot -> !plot.lines().isEmpty()).toList();
  }

  private static List<Line> percentiles(List<Row> rows) {
    var lines = new ArrayList<Line>();
    for (Row row : typical(rows.stream().filter(row -> row.benchmark().matches(TIERS)).toList())) {
      var points = new TreeMap<Double, Double>();
      for (int i = 0; i < PERCENTILES.size(); i++) {
        double x = i;
        row.percentile(PERCENTILES.get(i)).ifPresent(value -> points.put(x, value));
      }
      lines.add(new Line(row.label(), lines.size(), false, points));
    }
    return lines;
  }

  /** Without the rows whose parameters are not typical, unless their benchmark has no other. */
  private static List<Row> typical(List<Row> rows) {
    return rows.stream()
        .filter(row ->
            rows.stream()
                .filter(other -> other.benchmark().equals(row.benchmark()))
                .allMatch(other -> strangeness(row) <= strangeness(other)))
        .toList();
  }

  private static long strangeness(Row row) {
    return row.params().entrySet().stream()
        .filter(p -> !TYPICAL.getOrDefault(p.getKey(), p.getValue()).equals(p.getValue()))
        .count();
  }

  /**
   * Of each benchmark the p50 or the mean, and the p99, where one parameter takes several values.
   */
  private static List<Line> growth(List<Row> rows, String benchmarks, String param, double unit) {
    var groups = new LinkedHashMap<String, List<Row>>();
    for (Row row : rows) {
      if (row.benchmark().matches(benchmarks) && x(row, param).isPresent()) {
        var others = new TreeMap<>(row.params());
        others.remove(param);
        groups.computeIfAbsent(Row.label(row.benchmark(), others), _ -> new ArrayList<>()).add(row);
      }
    }
    groups.values().removeIf(group -> points(group, param, unit, Plots::middle).size() < 2);
    var lines = new ArrayList<Line>();
    int colour = 0;
    for (var group : groups.entrySet()) {
      boolean timed = group.getValue().getFirst().latency();
      String name = group.getKey();
      var middle = points(group.getValue(), param, unit, Plots::middle);
      lines.add(new Line(timed ? name + " p50" : name, colour, false, middle));
      var slow =
          points(group.getValue(), param, unit, row -> row.percentile(99).orElse(Double.NaN));
      if (slow.size() > 1) {
        lines.add(new Line(name + " p99", colour, true, slow));
      }
      colour++;
    }
    return lines;
  }

  private static double middle(Row row) {
    return row.latency() ? row.percentile(50).orElse(Double.NaN) : row.score();
  }

  private static SortedMap<Double, Double> points(
      List<Row> rows, String param, double unit, ToDoubleFunction<Row> figure) {
    var points = new TreeMap<Double, Double>(Comparator.naturalOrder());
    for (Row row : rows) {
      double y = figure.applyAsDouble(row) * unit;
      if (!Double.isNaN(y)) {
        points.put(x(row, param).orElseThrow(), y);
      }
    }
    return points;
  }

  /** Value of the parameter; the number of threads may also be JMH's own. */
  private static OptionalDouble x(Row row, String param) {
    String value = row.params().get(param);
    if (value == null && param.equals("threads")) {
      return OptionalDouble.of(row.threads());
    }
    return value != null && value.matches("\\d{1,9}(\\.\\d{1,3})?")
        ? OptionalDouble.of(Double.parseDouble(value))
        : OptionalDouble.empty();
  }
}
