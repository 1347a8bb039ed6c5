package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** On true results of JMH, taken briefly. */
class ResultFileTest {
  private static RunResult timed;
  private static RunResult counted;

  @TempDir Path dir;

  @BeforeAll
  static void measure() throws RunnerException {
    timed = run(Mode.SampleTime);
    counted = run(Mode.Throughput);
  }

  private static RunResult run(Mode mode) throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include("L1Miss.withoutFile$")
                .mode(mode)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(2)
                .measurementTime(TimeValue.milliseconds(10))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build())
        .runSingle();
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    ResultFile written = ResultFile.empty(Rows.calm());
    written.add(timed, OptionalDouble.of(0.3));
    written.add(counted, OptionalDouble.empty());
    written.write(dir, Rows.calm());

    Results read = ResultFile.read(dir).results();
    assertThat(read.conditions()).isEqualTo(Rows.calm());
    assertThat(read.conditions().facts().sequencedKeySet())
        .containsExactlyElementsOf(Rows.calm().facts().sequencedKeySet());
    assertThat(read.rows()).isEqualTo(written.results().rows()).hasSize(2);
  }

  @Test
  void aLatencyIsWhatJmhMeasured() throws IOException {
    ResultFile file = ResultFile.empty(Rows.calm());
    file.add(timed, OptionalDouble.of(0.3));
    Row row = file.results().rows().getFirst();
    var statistics = timed.getPrimaryResult().getStatistics();
    assertThat(row.benchmark()).isEqualTo("L1Miss.withoutFile");
    assertThat(row.latency()).isTrue();
    assertThat(row.n()).isEqualTo(statistics.getN());
    assertThat(row.percentile(50)).hasValue(statistics.getPercentile(50));
    assertThat(row.percentile(100)).hasValue(statistics.getMax());
    assertThat(row.forkMedians()).hasSize(1);
    assertThat(row.others()).hasValue(0.3);
    assertThat(row.disturbed()).isTrue();
    assertThat(row.allocated().orElseThrow()).isPositive();
  }

  @Test
  void aThroughputHasNoPercentiles() {
    ResultFile file = ResultFile.empty(Rows.calm());
    file.add(counted, OptionalDouble.empty());
    Row row = file.results().rows().getFirst();
    assertThat(row.latency()).isFalse();
    assertThat(row.percentiles()).isEmpty();
    assertThat(row.score()).isEqualTo(counted.getPrimaryResult().getScore());
    assertThat(row.unit()).isEqualTo("ops/us");
    assertThat(row.others()).isEmpty();
  }

  @Test
  void jmhsOwnJsonIsKeptWithoutEverySampleAndWithoutPlacesOnThisMachine() throws IOException {
    ResultFile file = ResultFile.empty(Rows.calm());
    file.add(timed, OptionalDouble.empty());
    file.write(dir, Rows.calm());
    String json = Files.readString(dir.resolve("jmh.json"));
    JsonNode entry = new ObjectMapper().readTree(json).at("/results/0");
    assertThat(entry.path("benchmark").asText())
        .isEqualTo("dailyreport.benchmarks.local.L1Miss.withoutFile");
    assertThat(entry.at("/primaryMetric/scorePercentiles/99.99").isNumber()).isTrue();
    assertThat(json)
        .doesNotContain("rawData", System.getProperty("java.home"), System.getProperty("user.dir"));
  }

  @Test
  void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
    ResultFile file = ResultFile.empty(Rows.calm());
    file.write(dir, Rows.calm());
    String before = Files.readString(dir.resolve("jmh.json"));
    // In place of the file that is written first.
    Files.createDirectory(dir.resolve("jmh.json.half"));
    file.add(timed, OptionalDouble.empty());
    assertThatThrownBy(() -> file.write(dir, Rows.calm())).isInstanceOf(FileSystemException.class);
    assertThat(dir.resolve("jmh.json")).hasContent(before);
  }

  @Test
  void nothingHalfWrittenIsLeft() throws IOException {
    ResultFile.empty(Rows.calm()).write(dir, Rows.calm());
    try (var files = Files.list(dir)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("jmh.json", "jmh.md");
    }
  }
}
