package dailyreport.benchmarks.stages;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.application.port.ReportCodec;
import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.cache.CacheEntry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * What does it cost to turn an entry into its commit record, and back?
 *
 * <pre>{@code ./bot bench Codec}</pre>
 */
public class Codec extends LatencyBenchmark {
  /** Bars of history behind the report, which decide the size of its record. */
  @Param({"" + SampleReport.SEASONED, "" + SampleReport.SECOND_DAY})
  int bars = SampleReport.SEASONED;

  private final ReportCodec codec = JacksonReportCodec.open();
  private CacheEntry entry = SampleReport.entry(SampleReport.of(bars), SampleReport.key(0));
  private byte[] record = {};

  /** Encodes the entry once and makes sure that it comes back. */
  @Setup
  public void prepare() {
    entry = SampleReport.entry(SampleReport.of(bars), SampleReport.key(0));
    record = codec.encode(entry);
    if (!codec.decode(record).equals(entry)) {
      throw new IllegalStateException("a record of " + record.length + " bytes comes back changed");
    }
  }

  /** Entry to bytes. */
  @Benchmark
  public byte[] encode() {
    return codec.encode(entry);
  }

  /** Bytes to entry. */
  @Benchmark
  public CacheEntry decode() {
    return codec.decode(record);
  }
}
