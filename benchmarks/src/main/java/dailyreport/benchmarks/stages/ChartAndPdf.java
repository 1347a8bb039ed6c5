package dailyreport.benchmarks.stages;

import dailyreport.adapters.rendering.JFreeChartRenderer;
import dailyreport.adapters.rendering.OpenPdfRenderer;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.PdfRenderer;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.report.Report;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does all that is drawn for a generation cost, one after the other: the chart for the phone,
 * the chart for the page, and the PDF with it?
 *
 * <p>Everything is real; fonts and libraries are loaded before. {@code Chart} and {@code Pdf} are
 * its parts.
 *
 * <pre>{@code ./bot bench ChartAndPdf}</pre>
 */
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ChartAndPdf extends LatencyBenchmark {
  private final ChartRenderer charts = JFreeChartRenderer.open();
  private final PdfRenderer pdfs = OpenPdfRenderer.open();
  private final Report report = SampleReport.of(SampleReport.SEASONED);

  /**
   * What was drawn.
   *
   * @param chart PNG for the phone
   * @param pdf with the chart for the page
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Drawn(byte[] chart, byte[] pdf) {}

  /** Makes sure that the same report gives the same pictures. */
  @Setup
  public void check() {
    Drawn once = chartAndPdf();
    Drawn again = chartAndPdf();
    if (!Arrays.equals(once.chart(), again.chart()) || !Arrays.equals(once.pdf(), again.pdf())) {
      throw new IllegalStateException("the same report is drawn in two ways");
    }
  }

  /** Report to PNG and PDF. */
  @Benchmark
  public Drawn chartAndPdf() {
    return new Drawn(
        charts.png(report, ChartForm.PHONE_LIGHT),
        pdfs.pdf(report, charts.png(report, ChartForm.PAGE)));
  }
}
