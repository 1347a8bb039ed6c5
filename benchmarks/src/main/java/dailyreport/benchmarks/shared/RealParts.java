package dailyreport.benchmarks.shared;

import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import java.util.List;
import java.util.Random;

/**
 * Parts of the size of real ones. Their content is noise with a fixed seed: chart and PDF are
 * compressed and no stage looks into them.
 */
final class RealParts {
  /** The usual chart and PDF: docs/rendering.md, "Sizes". */
  private static final int CHART = 149 * 1024;

  private static final int PDF = 205 * 1024;

  private static final List<Part> ALL =
      List.of(
          Part.of(PartName.CHART, noise(CHART)),
          Part.of(
              PartName.NEWS,
              LoopbackBucket.codec()
                  .news(SampleReport.of(SampleReport.NEWLY_LISTED).facts().news())),
          Part.of(PartName.PDF, noise(PDF)));

  private RealParts() {}

  static List<Part> all() {
    return ALL;
  }

  static List<PartRef> refs() {
    return ALL.stream().map(Part::ref).toList();
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
