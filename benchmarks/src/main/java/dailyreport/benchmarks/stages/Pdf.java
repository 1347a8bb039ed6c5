package dailyreport.benchmarks.stages;

import dailyreport.adapters.rendering.JFreeChartRenderer;
import dailyreport.adapters.rendering.OpenPdfRenderer;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.PdfRenderer;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.report.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What do the two pages of a report cost, once its chart is drawn?
 *
 * <p>Fonts and libraries are loaded before; the first PDF of a process costs much more.
 *
 * <pre>{@code ./bot bench Pdf}</pre>
 */
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class Pdf extends LatencyBenchmark {
  private final PdfRenderer pdfs = OpenPdfRenderer.open();
  private final Report report = SampleReport.of(SampleReport.SEASONED);
  private final byte[] chart = JFreeChartRenderer.open().png(report, ChartForm.PAGE);

  /** Report and chart to PDF. */
  @Benchmark
  public byte[] pdf() {
    return pdfs.pdf(report, chart);
  }
}
