package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class CasesTest {

  @Test
  void everyCombinationOfParametersIsACaseOfItsOwn() throws CommandLineOptionException {
    assertThat(Cases.of(Asked.of("-p", "bars=20,30,40", "Codec").jmh()))
        .extracting(Case::label)
        .containsExactlyInAnyOrder(
            "Codec.encode bars=20",
            "Codec.encode bars=30",
            "Codec.encode bars=40",
            "Codec.decode bars=20",
            "Codec.decode bars=30",
            "Codec.decode bars=40");
  }

  @Test
  void noTwoCasesAreCalledTheSame() throws CommandLineOptionException {
    assertThat(Cases.of(Asked.of().jmh())).extracting(Case::label).doesNotHaveDuplicates();
  }

  /** Three forks of 5 times 1 s after 5 times 1 s, or what JMH is told. */
  @Test
  void theTimeOfACaseIsThatOfItsIterations() throws CommandLineOptionException {
    assertThat(Cases.of(Asked.of("L1Miss.withoutFile").jmh()).getFirst().seconds()).isEqualTo(30);
    assertThat(
            Cases.of(
                    Asked.of("-f", "0", "-wi", "1", "-w", "300ms", "-i", "2", "-r", "1s", "L1Miss")
                        .jmh())
                .getFirst()
                .seconds())
        .isEqualTo(2.3);
  }

  @Test
  void aPatternThatFindsNothingIsToldWithTheNamesThereAre() {
    assertThatThrownBy(() -> Cases.of(Asked.of("L1Hit", "L3Hit").jmh()))
        .isInstanceOf(CommandLineOptionException.class)
        .hasMessageContaining("\"L3Hit\"")
        .hasMessageContaining("dailyreport.benchmarks.local.L1Hit.sqlite\n");
  }

  @Test
  void aPatternThatIsNoneIsToldToo() {
    assertThatThrownBy(() -> Cases.of(Asked.of("L1Hit(").jmh()))
        .isInstanceOf(CommandLineOptionException.class)
        .hasMessage("not a regular expression: L1Hit(");
  }

  @Test
  void aCaseRunsItselfAloneWhateverElseWasAsked() throws Exception {
    var one =
        new Case(
            "dailyreport.benchmarks.stages.Codec.decode",
            new TreeMap<>(java.util.Map.of("bars", "20")),
            Mode.SampleTime,
            1);
    Collection<RunResult> results =
        run(one, "-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "Codec", "L1Miss");
    assertThat(results).singleElement();
    assertThat(results.iterator().next().getParams().getParam("bars")).isEqualTo("20");
  }

  private static Collection<RunResult> run(Case one, String... args)
      throws RunnerException, CommandLineOptionException {
    var silent =
        new OptionsBuilder().parent(Asked.of(args).jmh()).verbosity(VerboseMode.SILENT).build();
    return List.copyOf(new Runner(one.within(silent)).run());
  }
}
