package dailyreport.adapters.rendering;

import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.PdfRenderer;
import dailyreport.contract.PdfRendererContract;

class OpenPdfRendererTest implements PdfRendererContract {
  @Override
  public PdfRenderer pages() {
    return OpenPdfRenderer.open();
  }

  @Override
  public ChartRenderer charts() {
    return JFreeChartRenderer.open();
  }
}
