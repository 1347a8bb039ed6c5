package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void aPatternThatNamesNoBenchmarkIsWrongUsage() throws Exception {
    assertThat(Main.run("--quick", "L3Hit")).isEqualTo(2);
  }

  @Test
  void anOptionThatNobodyKnowsIsWrongUsage() throws Exception {
    assertThat(Main.run("--slow")).isEqualTo(2);
  }
}
