package dailyreport.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  private static final DateTimeFormatter JDK =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
  private static final long FARTHEST = 300_000_000_000L;

  /** From before 1970 to after 9999, so that both ways of writing are met. */
  @Test
  void textIsThatOfTheJdkAndComesBack() {
    for (int seed = 1; seed <= 20_000; seed++) {
      var random = new Random(seed);
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(-FARTHEST / 3, FARTHEST), random.nextInt(1_000_000_000));
      assertThat(Instants.text(instant)).as("seed " + seed).isEqualTo(JDK.format(instant));
      assertThat(Instants.of(Instants.text(instant))).as("seed " + seed).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00.000000000Z",
        "1969-12-31T23:59:59.999999999Z",
        "9999-12-31T23:59:59.999999999Z",
        "2024-02-29T12:00:00.000000001Z",
        "2025-11-11T11:00:00Z",
        "2025-11-11T11:00:00.5Z",
        "2025-11-11T11:00:00.000000000z",
        "2025-11-11T24:00:00.000000000Z",
        "+12025-11-11T11:00:00.0000000Z"
      })
  void instantIsThatOfTheJdk(String text) {
    assertThat(Instants.of(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2025-02-29T11:00:00.000000000Z",
        "2025-13-11T11:00:00.000000000Z",
        "2025-11-11T25:00:00.000000000Z",
        "2025-11-11T11:60:00.000000000Z",
        "2025-11-11 11:00:00.000000000Z",
        "2025-11-11T11:00:00.000000000 ",
        "2025-11-11T11:00:00.00000000:Z",
        "2025-11-11T11:00:00,000000000Z",
        "\u0E52025-11-11T11:00:00.00000000Z"
      })
  void textThatIsNoInstantIsRefused(String text) {
    assertThatThrownBy(() -> Instants.of(text)).isInstanceOf(DateTimeException.class);
  }
}
