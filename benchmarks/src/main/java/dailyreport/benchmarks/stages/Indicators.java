package dailyreport.benchmarks.stages;

import dailyreport.adapters.ta4j.Ta4jTechnicalAnalysis;
import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.PriceWalk;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.PriceHistory;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * What do all indicators over {@value SampleReport#SEASONED} bars cost?
 *
 * <pre>{@code ./bot bench Indicators}</pre>
 */
public class Indicators extends LatencyBenchmark {
  private final TechnicalAnalysis technical = Ta4jTechnicalAnalysis.open();
  private final PriceHistory prices = PriceWalk.of(SampleReport.UNDERLYING, SampleReport.SEASONED);

  /** Prices to series. */
  @Benchmark
  public Analysis analyse() {
    return technical.analyse(prices);
  }
}
