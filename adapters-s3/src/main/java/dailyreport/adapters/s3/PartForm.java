package dailyreport.adapters.s3;

import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** How a part lies in the bucket: the chart as base64 of its PNG, the others as they are. */
final class PartForm {
  private PartForm() {}

  /** The object of a part. */
  static S3Store.Upload upload(ReportKey key, Part part) {
    PartName name = part.ref().name();
    byte[] bytes = name == PartName.CHART ? Base64.getEncoder().encode(part.bytes()) : part.bytes();
    return new S3Store.Upload(S3Keys.part(key, name), bytes, contentType(name), Map.of());
  }

  /** The part's bytes; empty when they are not those that the reference describes. */
  static Optional<byte[]> bytes(PartRef ref, byte[] stored) {
    byte[] bytes = stored;
    if (ref.name() == PartName.CHART) {
      try {
        bytes = Base64.getDecoder().decode(stored);
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // not base64, hence not the chart
      }
    }
    return Part.of(ref.name(), bytes).ref().equals(ref) ? Optional.of(bytes) : Optional.empty();
  }

  private static String contentType(PartName name) {
    return switch (name) {
      case CHART -> "text/plain";
      case NEWS -> "application/json";
      case PDF -> "application/pdf";
    };
  }
}
