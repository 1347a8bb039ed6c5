package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.benchmarks.results.Row;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class ProgressTest {
  private static final Instant START = Instant.parse("2026-11-22T18:00:00Z");

  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final Progress progress =
      new Progress(
          List.of(
              of("L1Hit.sqlite", "640", 60), of("L1Hit.sqlite", "2", 60), of("Pdf.pdf", "9", 30)),
          START,
          new PrintStream(seen, true, StandardCharsets.UTF_8));

  @Test
  void eachBenchmarkHasItsLine() {
    progress.begin(0, START);
    progress.end(row(12.34, 0.01));
    progress.begin(1, START.plusSeconds(66));
    progress.end(row(5678.9, 0.5));
    progress.begin(2, START.plusSeconds(132));
    progress.broken("it said why");
    assertThat(seen.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "[ 1/3] L1Hit.sqlite bars=640      3 min left  p50 12.3 us, p99 24.7 us",
            "[ 2/3] L1Hit.sqlite bars=2         99 s left"
                + "  p50 5,678.9 us, p99 11,357.8 us (!) disturbed",
            "[ 3/3] Pdf.pdf bars=9              33 s left  no figure: it said why");
  }

  @Test
  void whatIsLeftIsJudgedByWhatHasBeen() {
    assertThat(progress.left(0, START)).isEqualTo(Duration.ofSeconds(180));
    assertThat(progress.left(1, START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(90));
    assertThat(progress.left(1, START.plusSeconds(120))).isEqualTo(Duration.ofSeconds(180));
    assertThat(progress.left(2, START.plusSeconds(240))).isEqualTo(Duration.ofSeconds(60));
  }

  private static Case of(String name, String bars, double seconds) {
    return new Case(
        "dailyreport.benchmarks.local." + name,
        new TreeMap<>(Map.of("bars", bars)),
        Mode.SampleTime,
        seconds);
  }

  private static Row row(double p50, double others) {
    return new Row(
        "L1Hit.sqlite",
        true,
        new TreeMap<>(),
        1,
        1_000,
        p50,
        OptionalDouble.empty(),
        "us/op",
        new TreeMap<>(Map.of(50.0, p50, 99.0, 2 * p50)),
        List.of(),
        OptionalDouble.empty(),
        OptionalDouble.of(others));
  }
}
