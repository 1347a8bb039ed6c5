package dailyreport.benchmarks.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.application.port.Answer;
import dailyreport.application.port.ChartForm;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.market.Indicator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What the measured calls answer is what they are said to be about. */
class StageValuesTest {

  @Test
  void theRecordDecodesToTheEntryItEncodes() {
    var codec = new Codec();
    codec.prepare();
    var entry = SampleReport.entry(SampleReport.of(SampleReport.SEASONED), SampleReport.key(0));
    assertThat(codec.decode()).isEqualTo(entry);
    assertThat(codec.encode()).isEqualTo(JacksonReportCodec.open().encode(entry));
  }

  @Test
  void indicatorsCoverAllBars() {
    var analysis = new Indicators().analyse();
    var closes = analysis.prices().bars().stream().mapToDouble(bar -> bar.close()).toArray();
    double mean =
        Arrays.stream(closes, SampleReport.SEASONED - 200, SampleReport.SEASONED)
            .average()
            .orElseThrow();
    assertThat(analysis.of(Indicator.SMA_200)).hasSize(SampleReport.SEASONED);
    OptionalDouble newest = analysis.of(Indicator.SMA_200).getLast();
    assertThat(newest.orElseThrow()).isCloseTo(mean, offset(1e-9));
  }

  @Test
  void chartIsAPngAndPdfAPdf() {
    var chart = new Chart();
    var light = chart.png();
    chart.form = ChartForm.PAGE;
    assertThat(light).startsWith(0x89, 'P', 'N', 'G').isNotEqualTo(chart.png());
    assertThat(new Pdf().pdf()).startsWith("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatIsDrawnTogetherIsWhatIsDrawnAlone() {
    var drawn = new ChartAndPdf().chartAndPdf();
    assertThat(drawn.chart()).isEqualTo(new Chart().png());
    assertThat(drawn.pdf()).isEqualTo(new Pdf().pdf());
  }

  @Test
  void theNarrativeThatIsCheckedIsGrounded() {
    var grounding = new Grounding();
    grounding.prove();
    assertThat(grounding.check()).isEmpty();
  }

  @Test
  void theWebhookAnswersWithTheStoredReport() {
    var hit = new WebhookHit();
    hit.check();
    for (int i = 0; i < 2 * WebhookHit.EVENTS; i++) {
      assertThat(hit.withoutNetwork())
          .isInstanceOfSatisfying(
              Answer.Ready.class, ready -> assertThat(ready.report()).isEqualTo(hit.stored()));
    }
    assertThat(hit.overLoopback()).isEqualTo(2);
    hit.close();
  }
}
