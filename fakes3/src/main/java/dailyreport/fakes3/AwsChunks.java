package dailyreport.fakes3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A body in the framing {@code aws-chunked}: {@code size[;chunk-signature=…]\r\n bytes \r\n}, a
 * chunk of size 0, then trailers. A CRC-32 trailer is checked; {@link ChunkSignatures} checks
 * signatures.
 *
 * @param chunks with the empty one at the end
 * @param trailers names in lower case
 */
record AwsChunks(List<Chunk> chunks, SequencedMap<String, String> trailers) {

  /** Its signature is empty when it has none. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Chunk(byte[] bytes, String signature) {}

  /**
   * The body without its frame.
   *
   * @throws IllegalArgumentException when the frame is broken or the checksum another
   */
  static byte[] decode(byte[] framed) {
    return of(framed).body();
  }

  /**
   * Takes the frame apart.
   *
   * @throws IllegalArgumentException when it is broken
   */
  static AwsChunks of(byte[] framed) {
    var reader = new Reader(framed);
    var chunks = new ArrayList<Chunk>();
    do {
      chunks.add(reader.chunk());
    } while (chunks.getLast().bytes().length > 0);
    return new AwsChunks(chunks, reader.trailers());
  }

  private byte[] body() {
    var body = new ByteArrayOutputStream();
    chunks.forEach(chunk -> body.writeBytes(chunk.bytes()));
    String expected = trailers.get("x-amz-checksum-crc32");
    require(expected == null || expected.equals(crc32(body.toByteArray())), "checksum differs");
    return body.toByteArray();
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

  private static final class Reader {
    private static final String SIGNATURE = "chunk-signature=";

    private final byte[] framed;
    private int at;

    Reader(byte[] framed) {
      this.framed = framed;
    }

    Chunk chunk() {
      String[] head = line().split(";", 2);
      int size = Integer.parseInt(head[0], 16);
      require(size >= 0 && size <= framed.length - at, "chunk is longer than the body");
      byte[] bytes = Arrays.copyOfRange(framed, at, at + size);
      at += size;
      // The last one is followed by trailers, not by a line end of its own.
      require(size == 0 || line().isEmpty(), "chunk is longer than its size");
      boolean signed = head.length == 2 && head[1].startsWith(SIGNATURE);
      return new Chunk(bytes, signed ? head[1].substring(SIGNATURE.length()) : "");
    }

    SequencedMap<String, String> trailers() {
      var trailers = new TreeMap<String, String>();
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
  }
}
