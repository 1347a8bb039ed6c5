package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.scenarios.ScenarioIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Completeness: no number of cache.md, section 10, is without a test on the real adapters. */
class ScenarioIndexTest {

  @Test
  void everyScenarioFromS1ToS38IsPlayedWhereTheRealAdaptersMeet(TestReporter reporter) {
    var index =
        ScenarioIndex.of(
            BucketScenariosTest.class,
            BucketOnlyScenariosTest.class,
            FileBudgetScenariosTest.class);

    index.forEach((number, tests) -> reporter.publishEntry("S" + number, String.join(", ", tests)));
    assertThat(index.keySet()).as("%s", index).containsExactlyElementsOf(ScenarioIndex.NUMBERS);
  }
}
