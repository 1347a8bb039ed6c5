package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void threeMeansAreReadFromLinux() {
    Load load = Load.parse("3.61 4.83 3.91 5/184 27916\n");
    assertThat(load.means()).containsExactly(3.61, 4.83, 3.91);
    assertThat(load).hasToString("3.61 4.83 3.91");
  }

  @Test
  void onlyTheLastMinuteIsJudged() {
    assertThat(Load.parse("1.00 9.00 9.00 1/1 1").tooHigh(2)).isFalse();
    assertThat(Load.parse("1.01 0.00 0.00 1/1 1").tooHigh(2)).isTrue();
  }

  @Test
  void whatIsNotKnownIsNotTrusted() {
    var unknown = new Load(List.of());
    assertThat(unknown.tooHigh(64)).isTrue();
    assertThat(unknown).hasToString("unknown");
  }
}
