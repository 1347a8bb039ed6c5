package dailyreport.domain.report;

import java.util.regex.Pattern;

/**
 * A part as the record knows it.
 *
 * @param name which
 * @param sha256 64 lower-case hex digits of the part's bytes (of the PNG, not of its base64)
 * @param size bytes
 */
public record PartRef(PartName name, String sha256, long size) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public PartRef {
    if (!DIGEST.matcher(sha256).matches() || size < 0) {
      throw new IllegalArgumentException(name + " needs a SHA-256 and a size");
    }
  }
}
