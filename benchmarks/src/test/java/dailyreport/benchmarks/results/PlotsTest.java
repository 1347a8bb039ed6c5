package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlotsTest {

  @Test
  void everyPlotHasItsLinesWhenEverythingWasMeasured() {
    List<Plot> plots = plots(Rows.all());
    assertThat(plots).extracting(Plot::file).containsExactlyElementsOf(Plots.ALL);
    assertThat(names(plots, "latency.png"))
        .containsExactly(
            "L1Hit.sqlite bars=640",
            "L2Hit.s3 latencyMillis=0",
            "L2NotModified.s3",
            "TieredGet.local",
            "TieredGet.shared",
            "TieredGet.stale",
            "WebhookHit.withoutNetwork",
            "WebhookHit.overLoopback",
            "L1HitElsewhere.hashMap",
            "L1HitElsewhere.plainFile",
            "L2Hit.bareGet");
    assertThat(names(plots, "rows.png"))
        .containsExactly("L1HitByRows.sqlite p50", "L1HitByRows.sqlite p99");
    assertThat(names(plots, "payload.png"))
        .containsExactly("L1HitByBytes.sqlite p50", "L1HitByBytes.sqlite p99");
    assertThat(names(plots, "threads.png")).containsExactly("SingleFlight keys=1");
    assertThat(names(plots, "stampede.png"))
        .containsExactly("Stampede.allAsk p50", "Stampede.allAsk p99");
    assertThat(names(plots, "added-latency.png"))
        .containsExactly(
            "L2Hit.s3 p50", "L2Hit.s3 p99", "L2Hit.headThenGet p50", "L2Hit.headThenGet p99");
  }

  @Test
  void pointsStandWhereTheirParameterIs() {
    List<Plot> plots = plots(Rows.all());
    assertThat(line(plots, "rows.png", 0).points())
        .isEqualTo(Map.of(100.0, 12.0, 1000.0, 12.5, 10_000.0, 13.0, 100_000.0, 14.0));
    assertThat(line(plots, "threads.png", 0).points())
        .isEqualTo(Map.of(1.0, 40_000.0, 8.0, 70_000.0, 64.0, 65_000.0));
    assertThat(line(plots, "added-latency.png", 0).points())
        .isEqualTo(Map.of(0.0, 0.48, 20.0, 20.6, 60.0, 60.7));
    assertThat(line(plots, "latency.png", 0).points())
        .isEqualTo(Map.of(0.0, 60.0, 1.0, 72.0, 2.0, 120.0, 3.0, 300.0, 4.0, 5400.0));
  }

  @Test
  void aPlotWithoutDataIsNoPlot() {
    assertThat(plots(List.of())).isEmpty();
    assertThat(plots(List.of(Rows.timed("Codec.decode", Map.of("bars", "640"), 9)))).isEmpty();
    assertThat(plots(List.of(Rows.timed("L1HitByRows.sqlite", Map.of("rows", "100"), 12))))
        .isEmpty();
  }

  @Test
  void aBenchmarkWithoutATypicalParameterIsShownWithWhatItHas() {
    var plots = plots(List.of(Rows.timed("L1Hit.sqlite", Map.of("bars", "2"), 15)));
    assertThat(names(plots, "latency.png")).containsExactly("L1Hit.sqlite bars=2");
  }

  @Test
  void aMedianOfNothingStandsAtTheFootOfAnAxisOfPowers() {
    var plots = plots(List.of(Rows.timed("L1HitElsewhere.hashMap", Map.of(), 0)));
    assertThat(line(plots, "latency.png", 0).points().get(0.0)).isEqualTo(1e-3);
  }

  private static List<Plot> plots(List<Row> rows) {
    return Plots.of(new Results(Rows.calm(), rows));
  }

  private static Plot.Line line(List<Plot> plots, String file, int index) {
    return plot(plots, file).lines().get(index);
  }

  private static List<String> names(List<Plot> plots, String file) {
    return plot(plots, file).lines().stream().map(Plot.Line::name).toList();
  }

  private static Plot plot(List<Plot> plots, String file) {
    return plots.stream().filter(plot -> plot.file().equals(file)).findFirst().orElseThrow();
  }
}
