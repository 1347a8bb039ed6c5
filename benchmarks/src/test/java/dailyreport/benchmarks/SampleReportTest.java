package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.ChartData;
import org.junit.jupiter.api.Test;

class SampleReportTest {

  @Test
  void theSampleIsTheSameEveryTime() {
    assertThat(SampleReport.of(SampleReport.SEASONED))
        .isEqualTo(SampleReport.of(SampleReport.SEASONED));
  }

  @Test
  void theSampleLacksNothingThatARealReportHas() {
    var report = SampleReport.of(SampleReport.SEASONED);
    assertThat(report.chart().bars()).hasSize(ChartData.SESSIONS);
    assertThat(report.readings()).hasSize(Indicator.values().length);
    assertThat(report.facts().news()).hasSize(3);
    assertThat(report.facts().facts()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(report.parts()).hasSize(3);
  }

  /** The record of DBS19 from real prices, narrated by the template, had 64,305 bytes. */
  @Test
  void theRecordIsAsLargeAsARealOne() {
    assertThat(Machine.recordBytes(SampleReport.SEASONED)).isBetween(58_000, 71_000);
  }
}
