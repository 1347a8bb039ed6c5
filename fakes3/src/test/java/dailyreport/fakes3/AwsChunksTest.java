package dailyreport.fakes3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChunksTest {
  /** CRC-32 of {@code 123456789} is cbf43926, the check value of its definition. */
  private static final String TRAILER = "x-amz-checksum-crc32:y/Q5Jg==\r\n";

  @Test
  void chunksAreJoinedAndTheChecksumIsChecked() {
    assertThat(decode("5\r\n12345\r\n4;chunk-signature=ab\r\n6789\r\n0\r\n" + TRAILER + "\r\n"))
        .isEqualTo("123456789");
  }

  @Test
  void emptyBodyIsEmpty() {
    assertThat(decode("0\r\n\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\n12346\r\n4\r\n6789\r\n0\r\n" + TRAILER,
        "5\r\n123",
        "4\r\n12345\r\n0\r\n\r\n",
        "",
        "x\r\n"
      })
  void brokenFrameOrChecksumIsRefused(String framed) {
    assertThatIllegalArgumentException().isThrownBy(() -> decode(framed));
  }

  private static String decode(String framed) {
    return new String(
        AwsChunks.decode(framed.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
  }
}
