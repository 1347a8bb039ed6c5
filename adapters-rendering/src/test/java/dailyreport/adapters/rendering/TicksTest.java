package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
  @ParameterizedTest
  @CsvSource({
    "16.5, 26.2, 5, 0.01, '18.00 20.00 22.00 24.00 26.00'",
    "8940, 9660, 4, 1, '9000 9200 9400 9600'",
    "-1.6, 4.6, 3, 0, '0 2 4'",
    "0, 21, 4, 1, '0 10 20'",
    "39.9, 40.1, 5, 0.01, '39.90 39.95 40.00 40.05 40.10'",
    "0.9980, 1.0020, 9, 0.001, '0.998 0.999 1.000 1.001 1.002'"
  })
  void ticksAreRoundAndAsManyAsFit(
      double low, double high, int most, BigDecimal finest, String expected) {
    List<BigDecimal> wanted = List.of(expected.split(" ")).stream().map(BigDecimal::new).toList();
    assertThat(Ticks.between(low, high, most, finest))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(wanted);
  }

  @Test
  void ticksStayInsideAndUnderTheirNumber() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 4);
      double high = low + Math.pow(10, random.nextInt(12) - 6) * (1 + random.nextDouble());
      int most = 2 + random.nextInt(8);
      List<BigDecimal> ticks = Ticks.between(low, high, most, BigDecimal.ZERO);
      assertThat(ticks.size()).as("seed %s", seed).isBetween(most / 3, most);
      assertThat(ticks).allMatch(t -> t.doubleValue() >= low && t.doubleValue() <= high);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "950, 1, 950",
    "2500, 1, 2.5K",
    "20000000, 1, 20M",
    "4612345, 2, 4.61M",
    "1200000000, 1, 1.2B",
    "9000000000000, 1, '9,000B'",
    "0, 1, 0"
  })
  void volumesAreShort(BigDecimal amount, int decimals, String expected) {
    assertThat(VolumePane.compact(amount, decimals)).isEqualTo(expected);
  }
}
