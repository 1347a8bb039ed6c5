package dailyreport.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.PortException;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.CacheEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick reader takes all that we write, and reads nothing as the strict reader does not. */
class WrittenFormTest {
  private static final JacksonReportCodec CODEC = (JacksonReportCodec) JacksonReportCodec.open();

  /** Without this the cache would go on working, at a third of the speed. */
  @ParameterizedTest
  @MethodSource("records")
  void everyRecordThatWeWriteIsReadHere(byte[] record) {
    assertThat(WrittenForm.read(record)).contains(CODEC.strictly(record));
  }

  /** Bits flipped, bytes lost, doubled and swapped: whatever is still read is read alike. */
  @ParameterizedTest
  @MethodSource("records")
  void damagedRecordIsReadAsTheStrictReaderReadsIt(byte[] record) {
    int read = 0;
    for (int seed = 1; seed <= 3_000; seed++) {
      byte[] damaged = damaged(record, new Random(seed));
      Optional<CacheEntry> seen = WrittenForm.read(damaged);
      if (seen.isPresent()) {
        read++;
        assertThat(CODEC.strictly(damaged)).as("seed " + seed).isEqualTo(seen.get());
      }
    }
    assertThat(read).isPositive();
  }

  private static byte[] damaged(byte[] record, Random random) {
    byte[] damaged = record.clone();
    int at = random.nextInt(record.length - 1);
    return switch (random.nextInt(5)) {
      case 0 -> {
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        yield damaged;
      }
      case 1 -> {
        System.arraycopy(record, at + 1, damaged, at, record.length - at - 1);
        yield Arrays.copyOf(damaged, record.length - 1);
      }
      case 2 -> {
        damaged[at] = record[at + 1];
        damaged[at + 1] = record[at];
        yield damaged;
      }
      case 3 -> {
        damaged[at] = (byte) ('0' + random.nextInt(10));
        yield damaged;
      }
      default -> Arrays.copyOf(record, at);
    };
  }

  /** Each row changes one place of the golden report to something that is valid all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"marketCap\":1.5571E11 | \"marketCap\":-0.0 | true",
        "\"marketCap\":1.5571E11 | \"marketCap\":2.5E-300 | true",
        "\"marketCap\":1.5571E11 | \"marketCap\":155710000000 | true",
        "\"marketCap\":1.5571E11 | \"marketCap\":0.12345678901234567890123 | true",
        "\"marketCap\":1.5571E11 | \"marketCap\":123456789012345678901234 | true",
        "\"marketCap\":1.5571E11 | \"marketCap\":null | true",
        "\"marketCap\":1.5571E11 | \"marketCap\":1.5571e11 | false",
        "\"costUsd\":0.0310 | \"costUsd\":0.123456789012345678901 | true",
        "\"costUsd\":0.0310 | \"costUsd\":1E+3 | true",
        "\"costUsd\":0.0310 | \"costUsd\":-0.00 | true",
        "raises its dividend | raises \\\"its\\\" \\\\ dividend | true",
        "raises its dividend | raises \\u0041 dividend | false",
        "\"score\":3 | \"score\": 3 | false",
        "\"generatedOn\":\"2025-11-11\" | \"generatedOn\":\"0000-01-01\" | true",
        "2025-11-11T11:00:00.123456Z | 2025-11-11T11:00:00.1Z | true",
        "2025-11-11T11:00:00.123456Z | 2025-11-11T11:00:00.123456789Z | true",
        "2025-11-11T11:00:00.123456Z | 2025-11-11T11:00:00z | false",
        "2025-11-12T10:00:00Z | 2025-11-11T24:00:00Z | false"
      })
  void changedRecordIsReadAsTheStrictReaderReadsIt(String before, String after, boolean quickly)
      throws IOException {
    String report = new String(golden("schema-1-report.json"), StandardCharsets.UTF_8);
    assertThat(report).contains(before);
    byte[] changed = report.replace(before, after).getBytes(StandardCharsets.UTF_8);

    CacheEntry strictly = CODEC.strictly(changed);

    assertThat(WrittenForm.read(changed))
        .isEqualTo(quickly ? Optional.of(strictly) : Optional.empty());
    assertThat(CODEC.decode(changed)).isEqualTo(strictly);
  }

  /** Bytes that are no UTF-8 would otherwise become a sign that nobody wrote. */
  @Test
  void textThatIsMalformedIsLeftToTheStrictReader() throws IOException {
    byte[] record = golden("schema-1-report.json");
    int at = new String(record, StandardCharsets.ISO_8859_1).indexOf("raises");
    for (int broken : new int[] {0xFF, 0xC0, 0x80, 0xED, '\n', 0}) {
      byte[] changed = record.clone();
      changed[at] = (byte) broken;
      assertThat(WrittenForm.read(changed)).as("byte " + broken).isEmpty();
    }
  }

  @Test
  void longTextIsLeftToTheStrictReader() throws IOException {
    String report = new String(golden("schema-1-report.json"), StandardCharsets.UTF_8);
    String longer = report.replace("raises its dividend", "a".repeat(70_000));
    assertThat(WrittenForm.read(longer.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  /** A refusal would cost more than the reading if it carried a stack trace. */
  @Test
  void otherFormHasNoStackTrace() {
    assertThat(Cursor.otherForm().getStackTrace()).isEmpty();
    assertThat(Cursor.otherForm())
        .isInstanceOf(RuntimeException.class)
        .isNotInstanceOf(PortException.class);
  }

  static Stream<byte[]> records() throws IOException {
    return Stream.of(
        golden("schema-1-report.json"),
        golden("schema-1-absence.json"),
        CODEC.encode(Examples.entry(Examples.NOW.minusNanos(1), "a1")),
        CODEC.encode(Examples.negative(Examples.NOW, "a1")));
  }

  private static byte[] golden(String name) throws IOException {
    try (var in = Objects.requireNonNull(CommitRecordTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
