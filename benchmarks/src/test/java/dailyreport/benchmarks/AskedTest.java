package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

class AskedTest {

  @Test
  void nothingMeansAFullRun() throws CommandLineOptionException {
    assertThat(Asked.of().full()).isTrue();
    assertThat(Asked.of("-v").full()).isTrue();
  }

  @Test
  void patternsJmhsOptionsAndQuickRunsAreNoFullRun() throws CommandLineOptionException {
    assertThat(Asked.of("L1Hit").full()).isFalse();
    assertThat(Asked.of("-f", "1").full()).isFalse();
    assertThat(Asked.of("--quick").full()).isFalse();
  }

  @Test
  void patternsAreWhatIsNoOption() throws CommandLineOptionException {
    Asked asked = Asked.of("L1Hit", "--quick", "--to", "out", "-i", "3", "Codec");
    assertThat(asked.patterns()).containsExactly("L1Hit", "Codec");
    assertThat(asked.to()).contains(Path.of("out"));
    assertThat(asked.told()).isEqualTo("L1Hit -i 3 Codec");
    assertThat(Asked.of("L1Hit", "Codec").told()).isEmpty();
  }

  @Test
  void onlyAFullRunIsResumed() throws CommandLineOptionException {
    assertThat(Asked.of("--resume").full()).isTrue();
    for (String other : new String[] {"--quick", "L1Hit"}) {
      assertThatThrownBy(() -> Asked.of("--resume", other))
          .isInstanceOf(CommandLineOptionException.class)
          .hasMessageContaining("full run");
    }
  }

  @Test
  void anOptionWithoutItsFolderIsWrongUsage() {
    assertThatThrownBy(() -> Asked.of("--report"))
        .isInstanceOf(CommandLineOptionException.class)
        .hasMessage("--report needs a folder");
  }
}
