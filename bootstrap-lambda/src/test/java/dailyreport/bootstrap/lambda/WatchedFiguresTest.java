package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.ExampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Dashboard and alarms look for series by the name and the exact dimensions of a metric: one letter
 * off, and a graph stays empty and an alarm silent for ever.
 */
class WatchedFiguresTest {
  /** A series is a name and a set of dimensions. */
  private record Series(String metric, Set<String> dimensions) {}

  private static final Pattern GRAPH =
      Pattern.compile("metric = \"([a-z.]+)\", dimensions = \"([a-z,]+)\"");
  private static final Pattern ALARM =
      Pattern.compile("metric = \"([a-z.]+)\", statistic = \"\\w+\", dimensions = \\{([^}]*)}");
  private static final Pattern SEARCH =
      Pattern.compile("\\{\\$\\{local\\.namespace},?([a-z,]*)} MetricName=\\\\\"([a-z.]+)\\\\\"");

  private static String terraform(String file) throws IOException {
    return Files.readString(Path.of(System.getProperty("dailyreport.root"), "terraform", file));
  }

  private static Set<Series> printed() {
    return ExampleEvents.oneOfEachKind()
        .flatMap(event -> Metrics.of(event).stream())
        .flatMap(directive ->
            directive.metrics().stream()
                .map(metric -> new Series(metric.name(), new TreeSet<>(directive.dimensions()))))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String list, String separator, String ending) {
    return Arrays.stream(list.split(separator))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> name.replaceFirst(ending, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyGraphShowsASeriesThatIsPrinted() throws IOException {
    String dashboard = terraform("dashboard.tf");
    List<Series> shown =
        Stream.concat(
                GRAPH
                    .matcher(dashboard)
                    .results()
                    .map(found -> new Series(found.group(1), names(found.group(2), ",", ""))),
                SEARCH
                    .matcher(dashboard)
                    .results()
                    .map(found -> new Series(found.group(2), names(found.group(1), ",", ""))))
            .toList();

    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(printed()).containsAll(shown);
  }

  @Test
  void everyAlarmWatchesASeriesThatIsPrinted() throws IOException {
    List<Series> watched =
        ALARM
            .matcher(terraform("figures.tf"))
            .results()
            .map(found -> new Series(found.group(1), names(found.group(2), ",", "\\s*=.*")))
            .toList();

    assertThat(watched).hasSizeGreaterThan(20);
    assertThat(printed()).containsAll(watched);
  }

  @Test
  void aSeriesWithAnotherDimensionIsNoneThatIsPrinted() {
    assertThat(printed())
        .contains(new Series("cache.hit", Set.of("freshness", "tier")))
        .doesNotContain(new Series("cache.hit", Set.of("tier")));
  }
}
