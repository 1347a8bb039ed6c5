package dailyreport.fakes3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A body in the framing {@code aws-chunked}: {@code size[;chunk-signature=…]\r\n bytes \r\n}, a
 * chunk of size 0, then trailers. Signatures are skipped, a CRC-32 trailer is checked.
 */
final class AwsChunks {
  private final byte[] framed;
  private int at;

  private AwsChunks(byte[] framed) {
    this.framed = framed;
  }

  /**
   * The body without its frame.
   *
   * @throws IllegalArgumentException when the frame is broken or the checksum another
   */
  static byte[] decode(byte[] framed) {
    return new AwsChunks(framed).decode();
  }

  private byte[] decode() {
    var body = new ByteArrayOutputStream();
    while (true) {
      String head = line();
      int size = Integer.parseInt(head.split(";", 2)[0], 16);
      if (size == 0) {
        break;
      }
      require(at + size <= framed.length, "chunk is longer than the body");
      body.write(framed, at, size);
      at += size;
      require(line().isEmpty(), "chunk is longer than its size");
    }
    String expected = trailers().get("x-amz-checksum-crc32");
    require(expected == null || expected.equals(crc32(body.toByteArray())), "checksum differs");
    return body.toByteArray();
  }

  private Map<String, String> trailers() {
    var trailers = new HashMap<String, String>();
    while (at < framed.length) {
      String line = line();
      int colon = line.indexOf(':');
      if (colon > 0) {
        trailers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return trailers;
  }

  private String line() {
    int start = at;
    while (at + 1 < framed.length && (framed[at] != '\r' || framed[at + 1] != '\n')) {
      at++;
    }
    require(at + 1 < framed.length, "frame ends without a line end");
    at += 2;
    return new String(framed, start, at - 2 - start, StandardCharsets.US_ASCII);
  }

  private static String crc32(byte[] body) {
    var crc = new CRC32();
    crc.update(body);
    byte[] bytes = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static void require(boolean condition, String complaint) {
    if (!condition) {
      throw new IllegalArgumentException("aws-chunked: " + complaint);
    }
  }
}
