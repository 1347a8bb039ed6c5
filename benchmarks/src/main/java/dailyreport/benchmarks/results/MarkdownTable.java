package dailyreport.benchmarks.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures and conditions as a Markdown page, which a terminal shows as well. */
final class MarkdownTable {
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

  private MarkdownTable() {}

  static String of(Results results) {
    var page = new ArrayList<String>();
    page.add("# What each benchmark took");
    page.add("");
    Conditions conditions = results.conditions();
    if (!conditions.invalid().isEmpty()) {
      page.add("**" + conditions.verdict() + "**");
      page.add("");
    }
    List<Row> latencies = results.rows().stream().filter(Row::latency).toList();
    if (!latencies.isEmpty()) {
      page.add("Latency of single calls in microseconds, one closed loop for each thread.");
      page.add("");
      page.add(
          "| benchmark | parameters | p50 | p90 | p99 | p99.9 | max | p50 by fork | B/op | n |");
      page.add("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
      latencies.forEach(row -> page.add(latency(row)));
      page.add("");
    }
    List<Row> counts = results.rows().stream().filter(row -> !row.latency()).toList();
    if (!counts.isEmpty()) {
      page.add("Calls of all threads together.");
      page.add("");
      page.add("| benchmark | parameters | threads | mean | +/- 99.9 % | unit | B/op | n |");
      page.add("|---|---|--:|--:|--:|---|--:|--:|");
      counts.forEach(row -> page.add(count(row)));
      page.add("");
    }
    if (results.rows().stream().anyMatch(Row::disturbed)) {
      page.add(
          "(!) other processes used more than %s cores meanwhile: %s."
              .formatted(
                  ProcessorTime.DISTURBING_CORES,
                  results.rows().stream()
                      .filter(Row::disturbed)
                      .map(row -> row.label() + " " + figure(row.others()))
                      .collect(Collectors.joining(", "))));
      page.add("");
    }
    page.add("An empty cell: too few calls for that percentile, or not measured.");
    page.add("");
    conditions.facts().forEach((name, value) -> page.add("- " + name + ": " + value));
    conditions.sittings().forEach(sitting -> page.add("- " + sitting));
    return String.join("\n", page) + "\n";
  }

  private static String latency(Row row) {
    return cells(
        Stream.of(
            Stream.of(name(row), parameters(row)),
            PERCENTILES.stream().map(percent -> figure(row.percentile(percent))),
            Stream.of(forks(row), bytes(row), String.format(Locale.ROOT, "%,d", row.n()))));
  }

  private static String count(Row row) {
    return cells(
        Stream.of(
            Stream.of(
                name(row),
                parameters(row),
                Integer.toString(row.threads()),
                figure(OptionalDouble.of(row.score())),
                figure(row.error()),
                row.unit(),
                bytes(row),
                Long.toString(row.n()))));
  }

  private static String cells(Stream<Stream<String>> groups) {
    return groups.flatMap(group -> group).collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String name(Row row) {
    return row.benchmark() + (row.disturbed() ? " (!)" : "");
  }

  private static String parameters(Row row) {
    return row.params().entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String forks(Row row) {
    var medians = row.forkMedians().stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return medians.getCount() < 2
        ? ""
        : figure(OptionalDouble.of(medians.getMin()))
            + " to "
            + figure(OptionalDouble.of(medians.getMax()));
  }

  private static String bytes(Row row) {
    return row.allocated().isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%,.0f", row.allocated().getAsDouble());
  }

  /** Three digits, or all of those before the point; empty when there is none. */
  static String figure(OptionalDouble figure) {
    if (figure.isEmpty()) {
      return "";
    }
    double value = figure.getAsDouble();
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.9995 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
