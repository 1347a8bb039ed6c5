package dailyreport.domain.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A part with its bytes. Never compared, so the array does no harm in a record.
 *
 * @param ref name, digest and size of the bytes
 * @param bytes PNG, JSON or PDF
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody: see the class comment
public record Part(PartRef ref, byte[] bytes) {

  /** A part of these bytes, with their digest and size. */
  public static Part of(PartName name, byte[] bytes) {
    return new Part(new PartRef(name, sha256(bytes), bytes.length), bytes);
  }

  /** SHA-256 in lower-case hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
