package dailyreport.benchmarks.stages;

import dailyreport.adapters.rendering.JFreeChartRenderer;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.report.Report;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does the chart of a report cost, from the report to the bytes of the PNG?
 *
 * <p>Fonts and libraries are loaded before; the first chart of a process costs much more.
 *
 * <pre>{@code ./bot bench Chart}</pre>
 */
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class Chart extends LatencyBenchmark {
  /** What it is drawn for. */
  @Param("PHONE_LIGHT")
  ChartForm form = ChartForm.PHONE_LIGHT;

  private final ChartRenderer charts = JFreeChartRenderer.open();
  private final Report report = SampleReport.of(SampleReport.SEASONED);

  /** Report to PNG. */
  @Benchmark
  public byte[] png() {
    return charts.png(report, form);
  }
}
