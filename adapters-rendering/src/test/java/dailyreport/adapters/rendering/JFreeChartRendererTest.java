package dailyreport.adapters.rendering;

import dailyreport.application.port.ChartRenderer;
import dailyreport.contract.ChartRendererContract;

class JFreeChartRendererTest implements ChartRendererContract {
  @Override
  public ChartRenderer charts() {
    return JFreeChartRenderer.open();
  }
}
