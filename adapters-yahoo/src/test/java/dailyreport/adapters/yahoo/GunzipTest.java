package dailyreport.adapters.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class GunzipTest {
  @Test
  void anyMemberInAnyPiecesComesOutWhole() throws Broken {
    for (long seed = 1; seed <= 100; seed++) {
      var random = new Random(seed);
      byte[] plain = plain(random);
      byte[] member = member(plain, random);
      var out = new CappedBytes(1 << 20);
      try (var gunzip = new Gunzip(out)) {
        for (int at = 0; at < member.length; ) {
          int end = Math.min(member.length, at + 1 + random.nextInt(seed % 2 == 0 ? 3 : 700));
          gunzip.accept(Arrays.copyOfRange(member, at, end));
          at = end;
        }
        gunzip.finish();
      }
      assertThat(out.toArray()).as("seed " + seed).isEqualTo(plain);
    }
  }

  @Test
  void noPartOfAMemberPassesForTheWhole() {
    var random = new Random(7);
    byte[] member = member(plain(random), random);
    for (int length = 0; length < member.length; length += 1 + member.length / 97) {
      byte[] part = Arrays.copyOf(member, length);
      assertThatExceptionOfType(Broken.class)
          .as("first " + length + " bytes")
          .isThrownBy(() -> unpack(part, 1 << 20))
          .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TRUNCATED));
    }
  }

  @Test
  void somethingElseIsMalformed() {
    byte[] text = "{\"chart\":{\"result\":null}}".getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(Broken.class)
        .isThrownBy(() -> unpack(text, 1 << 20))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MALFORMED));
  }

  @Test
  void bytesBehindTheMemberAreMalformed() {
    var random = new Random(8);
    byte[] member = member(plain(random), random);
    assertThatExceptionOfType(Broken.class)
        .isThrownBy(() -> unpack(Arrays.copyOf(member, member.length + 1), 1 << 20))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MALFORMED));
  }

  @Test
  void aHeaderWithoutEndIsMalformed() {
    var endless = new byte[10_000];
    Arrays.fill(endless, (byte) 'x');
    System.arraycopy(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0}, 0, endless, 0, 10);
    assertThatExceptionOfType(Broken.class)
        .isThrownBy(() -> unpack(endless, 1 << 20))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MALFORMED));
  }

  @Test
  void theCapCountsUnpackedBytes() throws Broken {
    var random = new Random(9);
    byte[] plain = plain(random);
    byte[] member = member(plain, random);
    assertThat(unpack(member, plain.length)).isEqualTo(plain);
    assertThatExceptionOfType(Broken.class)
        .isThrownBy(() -> unpack(member, plain.length - 1))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
  }

  private static byte[] unpack(byte[] member, int most) throws Broken {
    var out = new CappedBytes(most);
    try (var gunzip = new Gunzip(out)) {
      gunzip.accept(member);
      gunzip.finish();
    }
    return out.toArray();
  }

  /** Digits pack about two fold, as prices do. */
  private static byte[] plain(Random random) {
    var plain = new byte[1 + random.nextInt(20_000)];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) ('0' + random.nextInt(10));
    }
    return plain;
  }

  /** A gzip member after RFC 1952, with optional fields at random. */
  private static byte[] member(byte[] plain, Random random) {
    int flags = random.nextInt(32);
    var member = new ByteArrayOutputStream();
    member.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
    if ((flags & 4) != 0) {
      int length = random.nextInt(600);
      member.write(length & 0xff);
      member.write(length >> 8);
      member.writeBytes(new byte[length]);
    }
    if ((flags & 8) != 0) {
      member.writeBytes(new byte[] {'a', '.', 'j', 's', 'o', 'n', 0});
    }
    if ((flags & 16) != 0) {
      member.writeBytes(new byte[] {'c', 0});
    }
    if ((flags & 2) != 0) {
      member.writeBytes(new byte[] {9, 9});
    }
    try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      var buffer = new byte[512];
      while (!deflater.finished()) {
        member.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    var checksum = new CRC32();
    checksum.update(plain);
    writeLittleEndian(member, checksum.getValue());
    writeLittleEndian(member, plain.length);
    return member.toByteArray();
  }

  private static void writeLittleEndian(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >> shift) & 0xff);
    }
  }
}
