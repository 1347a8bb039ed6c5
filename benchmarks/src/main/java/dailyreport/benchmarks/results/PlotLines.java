package dailyreport.benchmarks.results;

import dailyreport.benchmarks.results.Plot.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Makes the lines of a plot from rows that belong together. */
final class PlotLines {
  static final List<String> PERCENTILE_NAMES = List.of("p50", "p90", "p99", "p99.9", "max");
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

  /** A clock that has not moved says 0, which no axis of powers has: its step here is 1 ns. */
  private static final double LEAST_MICROS = 1e-3;

  private PlotLines() {}

  /**
   * Of each benchmark its percentiles, at 0, 1, 2 and so on.
   *
   * @param typical values of parameters: rows with others are left out, unless their benchmark has
   *     no typical one
   */
  static List<Line> percentiles(List<Row> rows, Map<String, String> typical, boolean dashed) {
    var lines = new ArrayList<Line>();
    for (Row row : typical(rows, typical)) {
      var points = new TreeMap<Double, Double>();
      for (int i = 0; i < PERCENTILES.size(); i++) {
        double x = i;
        row.percentile(PERCENTILES.get(i))
            .ifPresent(value -> points.put(x, Math.max(LEAST_MICROS, value)));
      }
      lines.add(new Line(row.label(), lines.size(), dashed, points));
    }
    return lines;
  }

  private static List<Row> typical(List<Row> rows, Map<String, String> typical) {
    return rows.stream()
        .filter(row ->
            rows.stream()
                .filter(other -> other.benchmark().equals(row.benchmark()))
                .allMatch(other -> strangeness(row, typical) <= strangeness(other, typical)))
        .toList();
  }

  private static long strangeness(Row row, Map<String, String> typical) {
    return row.params().entrySet().stream()
        .filter(p -> !typical.getOrDefault(p.getKey(), p.getValue()).equals(p.getValue()))
        .count();
  }

  /**
   * Of each benchmark the p50 and the p99, or the mean, where a parameter takes several values.
   *
   * @param unit of the axis, as a multiple of the row's
   */
  static List<Line> growth(List<Row> rows, String param, double unit) {
    var groups = new LinkedHashMap<String, List<Row>>();
    for (Row row : rows) {
      if (x(row, param).isPresent()) {
        var others = new TreeMap<>(row.params());
        others.remove(param);
        groups
            .computeIfAbsent(Row.label(series(row, param), others), _ -> new ArrayList<>())
            .add(row);
      }
    }
    groups.values().removeIf(group -> points(group, param, unit, PlotLines::middle).size() < 2);
    var lines = new ArrayList<Line>();
    int colour = 0;
    for (var group : groups.entrySet()) {
      boolean timed = group.getValue().getFirst().latency();
      String name = group.getKey();
      var middle = points(group.getValue(), param, unit, PlotLines::middle);
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

  /** With JMH's own number of threads each number is a method of its own. */
  private static String series(Row row, String param) {
    return param.equals("threads") && !row.params().containsKey(param)
        ? row.benchmark().replaceFirst("\\..*", "")
        : row.benchmark();
  }

  private static double middle(Row row) {
    return row.latency() ? row.percentile(50).orElse(Double.NaN) : row.score();
  }

  private static SortedMap<Double, Double> points(
      List<Row> rows, String param, double unit, ToDoubleFunction<Row> figure) {
    var points = new TreeMap<Double, Double>();
    for (Row row : rows) {
      double y = Math.max(LEAST_MICROS, figure.applyAsDouble(row)) * unit;
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
