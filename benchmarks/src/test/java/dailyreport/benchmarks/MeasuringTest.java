package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.benchmarks.results.Conditions;
import dailyreport.benchmarks.results.Load;
import dailyreport.benchmarks.results.ResultFile;
import dailyreport.benchmarks.results.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

class MeasuringTest {
  private static final Load CALM = new Load(List.of(0.0, 0.0, 0.0));
  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Conditions conditions = Conditions.before(new LinkedHashMap<>(), CALM, 2, false);

  @TempDir Path dir;
  private Asked asked;
  private List<Case> cases;

  @BeforeEach
  void twoCases() throws CommandLineOptionException {
    asked = Asked.of("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "L1Miss");
    cases = Cases.of(asked.jmh());
    assertThat(cases).hasSize(2);
  }

  @Test
  void whatAnInterruptedRunHasMeasuredIsNotMeasuredAgain() throws IOException {
    ResultFile first = ResultFile.empty(conditions);
    assertThat(measure(cases.subList(0, 1), first)).isZero();
    Row kept = first.results().rows().getFirst();
    printed.reset();

    ResultFile resumed = ResultFile.read(dir);
    assertThat(measure(cases, resumed)).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("[ 1/1] " + cases.getLast().label())
        .doesNotContain(cases.getFirst().label());
    var rows = ResultFile.read(dir).results().rows();
    assertThat(rows).hasSize(2).first().isEqualTo(kept);
    assertThat(ResultFile.read(dir).conditions().sittings()).hasSize(2);
  }

  @Test
  void oneSittingIsToldOnceHoweverOftenItIsWritten() throws IOException {
    measure(cases, ResultFile.empty(conditions));
    assertThat(ResultFile.read(dir).conditions().sittings())
        .singleElement()
        .asString()
        .startsWith("started 2026-11-22T18:00:00Z, lasted 0 min 0 s, load before 0.00 0.00 0.00");
  }

  @Test
  void rowsAreCalledAsTheirCases() throws IOException {
    ResultFile file = ResultFile.empty(conditions);
    measure(cases, file);
    assertThat(file.results().rows())
        .extracting(Row::label)
        .containsExactlyElementsOf(cases.stream().map(Case::label).toList());
  }

  private int measure(List<Case> some, ResultFile file) throws IOException {
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new Measuring(asked.jmh(), false, InstantSource.fixed(NOW), out)
        .all(some, file, CALM, dir);
  }
}
