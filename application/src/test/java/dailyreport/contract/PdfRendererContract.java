package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Report;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link PdfRenderer} keeps. */
public interface PdfRendererContract {
  /** A PDF travels over mobile data. */
  int MOST_BYTES = 400 * 1024;

  /** Renderer under test. */
  PdfRenderer pages();

  /** A renderer that makes charts for it. */
  ChartRenderer charts();

  /** The report's PDF with its page chart. */
  default byte[] printed(Report report) {
    return pages().pdf(report, charts().png(report, ChartForm.PAGE));
  }

  @Test
  default void theResultIsAWholePdf() {
    byte[] pdf = printed(Examples.report());
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-1.").endsWith("%%EOF\n");
    assertThat(pdf.length).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  default void equalReportsGiveEqualBytes() {
    assertThat(printed(Examples.report())).isEqualTo(printed(Examples.report()));
  }

  @Test
  default void anotherReportGivesOtherBytes() {
    assertThat(printed(Examples.report(Examples.DBS, 320, 50, 1)))
        .isNotEqualTo(printed(Examples.report(Examples.DBS, 320, 50, 2)));
  }

  @Test
  default void shortHistoryIsPrintedToo() {
    assertThat(printed(Examples.report(Examples.DBS, 1, 50, 3))).isNotEmpty();
  }

  @Test
  default void aChartThatIsNoPictureIsARenderingFault() {
    byte[] broken = "no picture".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> pages().pdf(Examples.report(), broken))
        .isInstanceOf(PortException.Rendering.class)
        .hasMessageContaining(Examples.KEY.toString());
  }
}
