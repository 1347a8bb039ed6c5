package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.PortException;
import org.junit.jupiter.api.Test;

class TinyChartRendererTest implements ChartRendererContract {
  private final TinyChartRenderer charts = new TinyChartRenderer();

  @Override
  public ChartRenderer charts() {
    return charts;
  }

  @Test
  void callsAreCountedAndABrokenOneFails() {
    charts.png(Examples.report(), ChartForm.PAGE);
    charts.setBroken(true);
    assertThatThrownBy(() -> charts.png(Examples.report(), ChartForm.PAGE))
        .isInstanceOf(PortException.Rendering.class);
    assertThat(charts.calls()).isEqualTo(2);
  }
}
