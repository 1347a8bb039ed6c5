package dailyreport.adapters.yahoo;

import dailyreport.application.port.Fault;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks one gzip member (RFC 1952) as its bytes arrive, so that a bomb is noticed after a few
 * kilobytes. {@link java.util.zip.GZIPInputStream} wants to pull; a body is pushed to us.
 */
final class Gunzip implements AutoCloseable {
  /** Text of prices packs 5 to 15 fold; 1,000 fold is what deflate can do at most. */
  static final int LARGEST_RATIO = 100;

  /** Below this size nobody needs protection, and a short body may well pack 100 fold. */
  private static final int RATIO_MATTERS_FROM = 64 * 1024;

  private static final int LONGEST_HEADER = 4 * 1024;
  private static final int TRAILER = 8;

  private final CappedBytes out;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private final ByteArrayOutputStream trailer = new ByteArrayOutputStream();
  private boolean inBody;

  Gunzip(CappedBytes out) {
    this.out = out;
  }

  void accept(byte[] packed) throws Broken {
    if (inBody) {
      inflate(packed, 0);
      return;
    }
    header.writeBytes(packed);
    byte[] seen = header.toByteArray();
    int length = headerLength(seen);
    if (length >= 0) {
      inBody = true;
      inflate(seen, length);
    } else if (seen.length > LONGEST_HEADER) {
      throw malformed();
    }
  }

  /** Called when the body has ended; checks that it was whole. */
  void finish() throws Broken {
    if (trailer.size() < TRAILER) {
      throw Broken.of(
          Fault.TRUNCATED, Broken.Again.AFTER_PAUSE, "gzip body ends before its trailer");
    }
    byte[] bytes = trailer.toByteArray();
    if (trailer.size() > TRAILER
        || littleEndian(bytes, 0) != (int) checksum.getValue()
        || littleEndian(bytes, 4) != (int) inflater.getBytesWritten()) {
      throw malformed();
    }
  }

  @Override
  public void close() {
    inflater.end();
  }

  private void inflate(byte[] packed, int from) throws Broken {
    var buffer = new byte[8 * 1024];
    inflater.setInput(packed, from, packed.length - from);
    try {
      while (!inflater.finished() && !inflater.needsInput()) {
        int length = inflater.inflate(buffer);
        if (length == 0 && inflater.needsDictionary()) {
          throw malformed();
        }
        checksum.update(buffer, 0, length);
        out.add(buffer, length);
        if (out.size() > RATIO_MATTERS_FROM
            && out.size() > LARGEST_RATIO * inflater.getBytesRead()) {
          throw Broken.of(
              Fault.TOO_LARGE,
              Broken.Again.NEVER,
              "gzip body unpacks more than " + LARGEST_RATIO + " fold");
        }
      }
    } catch (DataFormatException e) {
      throw malformed();
    }
    if (inflater.finished()) {
      int left = inflater.getRemaining();
      trailer.write(packed, packed.length - left, left);
    }
  }

  /** Length of the member's header, or -1 while it is incomplete. */
  private static int headerLength(byte[] bytes) throws Broken {
    if (bytes.length < 10) {
      return -1;
    }
    if (bytes[0] != 0x1f || bytes[1] != (byte) 0x8b || bytes[2] != 8) {
      throw malformed();
    }
    int flags = bytes[3];
    int at = 10;
    if ((flags & 4) != 0) {
      if (bytes.length < at + 2) {
        return -1;
      }
      at += 2 + (bytes[at] & 0xff) + ((bytes[at + 1] & 0xff) << 8);
    }
    for (int text = Integer.bitCount(flags & (8 | 16)); text > 0; text--) {
      while (at < bytes.length && bytes[at] != 0) {
        at++;
      }
      at++;
    }
    at += (flags & 2) != 0 ? 2 : 0;
    return at <= bytes.length ? at : -1;
  }

  private static int littleEndian(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }

  private static Broken malformed() {
    return Broken.of(Fault.MALFORMED, Broken.Again.AT_ONCE, "body is not one gzip member");
  }
}
