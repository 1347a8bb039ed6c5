package dailyreport.benchmarks.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.adapters.rendering.JFreeChartRenderer;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.ReportCodec;
import dailyreport.benchmarks.results.Machine;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.ReportText;
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

  /** The record of DBS19 from real prices, narrated by the template, without news: 37,017 bytes. */
  @Test
  void theRecordIsAsLargeAsARealOne() {
    assertThat(Machine.recordBytes(SampleReport.SEASONED)).isBetween(35_000, 42_000);
  }

  /** Parts that are lost are drawn again from the record, and their digests must still fit. */
  @Test
  void whatIsDrawnFromTheRecordIsWhatWasDrawnFromTheReport() {
    ReportCodec codec = JacksonReportCodec.open();
    CacheEntry.Positive made =
        SampleReport.entry(SampleReport.of(SampleReport.SEASONED), SampleReport.key(0));
    var kept = (CacheEntry.Positive) codec.decode(codec.encode(made));
    ChartRenderer renderer = JFreeChartRenderer.open();

    assertThat(renderer.png(kept.report(), ChartForm.PHONE_LIGHT))
        .isEqualTo(renderer.png(made.report(), ChartForm.PHONE_LIGHT));
    assertThat(ReportText.compose(kept.report(), false))
        .isEqualTo(ReportText.compose(made.report(), false));
  }
}
