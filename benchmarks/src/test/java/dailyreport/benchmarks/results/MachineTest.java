package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
  private static final double HALF = Runtime.getRuntime().availableProcessors() / 2.0;

  @Test
  void figuresOfABusyMachineAreCalledInvalid() {
    assertThat(Machine.verdict(HALF + 0.01)).contains("INVALID");
  }

  @Test
  void figuresOfAMachineThatDoesNotTellItsLoadAreCalledInvalid() {
    assertThat(Machine.verdict(-1)).contains("unknown", "INVALID");
  }

  @Test
  void figuresOfAnIdleMachineStand() {
    assertThat(Machine.verdict(HALF)).doesNotContain("INVALID");
    assertThat(Machine.verdict(0)).startsWith("0.00 on ").doesNotContain("INVALID");
  }

  @Test
  void theDescriptionNamesCoresAndRecordSizes() {
    assertThat(Machine.description())
        .contains(" cores", "bytes for 640 bars", "bytes for 20 bars", "200 rows");
  }
}
