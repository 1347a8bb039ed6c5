package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.report.ReportText;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  @Test
  void theExampleReportIsTheSameEveryTime() {
    assertThat(Examples.report()).isEqualTo(Examples.report());
    assertThat(ReportText.compose(Examples.report(), false))
        .contains(
            "📖 เรื่องราวของหุ้นตัวนี้", "📊 การวิเคราะห์เปอร์เซ็นไทล์", "(จาก 252 วันทำการ)");
  }
}
