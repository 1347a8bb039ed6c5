package dailyreport.benchmarks.shared;

import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What lies in the bucket: one report under several keys, with parts of the size of real ones. The
 * parts' content is noise with a fixed seed: chart and PDF are compressed, and no stage looks into
 * them.
 */
public final class Bundles {
  /** So many: no answer is always the same, and they are stored quickly. */
  public static final int ENTRIES = 8;

  /** The usual chart and PDF: docs/rendering.md, "Sizes". */
  private static final int CHART = 149 * 1024;

  private static final int PDF = 205 * 1024;

  private static final Report SAMPLE = SampleReport.of(SampleReport.SEASONED);

  private static final List<Part> PARTS =
      List.of(
          Part.of(PartName.CHART, noise(CHART)),
          Part.of(PartName.NEWS, LoopbackBucket.codec().news(SAMPLE.facts().news())),
          Part.of(PartName.PDF, noise(PDF)));

  private static final Report REPORT = SAMPLE.withParts(PARTS.stream().map(Part::ref).toList());

  private Bundles() {}

  /** The keys of all bundles. */
  public static ReportKey[] keys() {
    return IntStream.range(0, ENTRIES).mapToObj(SampleReport::key).toArray(ReportKey[]::new);
  }

  /** The entry that is kept under the key. */
  public static CacheEntry.Positive entry(ReportKey key) {
    return SampleReport.entry(REPORT, key);
  }

  static List<Part> parts() {
    return PARTS;
  }

  static Bundle of(ReportKey key) {
    return new Bundle(entry(key), PARTS);
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
