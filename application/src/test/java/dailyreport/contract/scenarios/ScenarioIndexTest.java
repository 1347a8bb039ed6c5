package dailyreport.contract.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScenarioIndexTest {

  @Test
  void everyWorldPlaysAllScenariosButThoseOfBytesInBucketsAndFiles() {
    var elsewhere = List.of(17, 22, 23, 35);
    var expected = new TreeSet<>(ScenarioIndex.NUMBERS);
    elsewhere.forEach(expected::remove);

    assertThat(ScenarioIndex.of(CacheScenarios.class).keySet()).containsExactlyElementsOf(expected);
  }

  @Test
  void whatHasNoNumberOrIsNoTestIsNotListed() {
    assertThat(ScenarioIndex.of(Unnumbered.class)).isEmpty();
  }

  interface Unnumbered {
    @Test
    default void sessions2025() {}

    default void s1IsNoTest() {}
  }
}
