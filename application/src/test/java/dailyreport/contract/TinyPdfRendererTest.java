package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.PortException;
import org.junit.jupiter.api.Test;

class TinyPdfRendererTest implements PdfRendererContract {
  private final TinyPdfRenderer pages = new TinyPdfRenderer();
  private final TinyChartRenderer charts = new TinyChartRenderer();

  @Override
  public PdfRenderer pages() {
    return pages;
  }

  @Override
  public ChartRenderer charts() {
    return charts;
  }

  @Test
  void callsAreCountedAndABrokenOneFails() {
    printed(Examples.report());
    pages.setBroken(true);
    assertThatThrownBy(() -> printed(Examples.report()))
        .isInstanceOf(PortException.Rendering.class);
    assertThat(pages.calls()).isEqualTo(2);
  }
}
