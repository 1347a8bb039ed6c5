package dailyreport.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  /** The JDK rounds correctly (its own promise), so equal bits are the nearest double. */
  @Test
  void everyNumberIsTheNearestDouble() {
    for (int seed = 1; seed <= 20_000; seed++) {
      String written = written(new Random(seed));
      assertThat(Double.doubleToLongBits(digits(written).toDouble()))
          .as("seed %d: %s", seed, written)
          .isEqualTo(Double.doubleToLongBits(Double.parseDouble(written)));
    }
  }

  @Test
  void everyNumberIsTheSameDecimal() {
    for (int seed = 1; seed <= 20_000; seed++) {
      String written = written(new Random(seed));
      assertThat(digits(written).toDecimal())
          .as("seed %d: %s", seed, written)
          .isEqualTo(new BigDecimal(written));
    }
  }

  /** Doubles of all magnitudes, prices of few digits, and decimals of more digits than a double. */
  private static String written(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    double finite = Double.isFinite(any) ? any : 0;
    double price = (random.nextDouble() - 0.2) * 1_000;
    return switch (random.nextInt(4)) {
      case 0 -> Double.toString(finite);
      case 1 -> Double.toString(price);
      case 2 ->
          new BigDecimal(price).round(new MathContext(1 + random.nextInt(20))).toPlainString();
      default -> Long.toString(random.nextLong());
    };
  }

  /** Halfway between two doubles, the ends of the exact range, and what the power table ends at. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.0",
        "9007199254740992",
        "9007199254740993",
        "9007199254740991.5",
        "999999999999999999",
        "1000000000000000000",
        "1E22",
        "1E23",
        "9E-22",
        "9E-23",
        "0.0000000000000000000001",
        "1.7976931348623157E308",
        "4.9E-324",
        "1E-400",
        "1E+5"
      })
  void edgesAreTheNearestDouble(String written) {
    assertThat(Double.doubleToLongBits(digits(written).toDouble()))
        .isEqualTo(Double.doubleToLongBits(Double.parseDouble(written)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "-01", "00", "1.", "-", ".5", "+1", "1E", "1E+", "1E1000", "", "x"})
  void whatIsNoNumberOfJsonIsRefused(String written) {
    assertThatThrownBy(() -> digits(written)).isInstanceOf(Cursor.OtherForm.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1E1", "9999999999999999999", "-9223372036854775808"})
  void whatIsNoWholeNumberOfAtMost18DigitsIsLeftToTheStrictReader(String written) {
    assertThatThrownBy(() -> digits(written).toLong()).isInstanceOf(Cursor.OtherForm.class);
  }

  @Test
  void wholeNumbersAreWithinTheirType() {
    assertThat(digits("-2147483648").toInt()).isEqualTo(Integer.MIN_VALUE);
    assertThat(digits("999999999999999999").toLong()).isEqualTo(999_999_999_999_999_999L);
    assertThatThrownBy(() -> digits("2147483648").toInt()).isInstanceOf(Cursor.OtherForm.class);
    assertThatThrownBy(() -> digits("1E309").toDouble()).isInstanceOf(Cursor.OtherForm.class);
  }

  private static Digits digits(String written) {
    var digits = new Digits((written + ",").getBytes(StandardCharsets.US_ASCII));
    assertThat(digits.scan(0)).isEqualTo(written.length());
    return digits;
  }
}
