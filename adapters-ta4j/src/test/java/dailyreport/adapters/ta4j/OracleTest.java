package dailyreport.adapters.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dailyreport.contract.Examples;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Our indicators beside those of an implementation in another language that shares no code with
 * ours or ta4j: technicalindicators 3.1.0 for Node.js. The file holds 460 made-up bars and its last
 * 208 values of every indicator; {@code src/test/oracle/README.md} says how it was made, and {@code
 * docs/indicators.md} how far apart both are on real bars.
 */
class OracleTest {
  private static final int COMPARED = 208;
  private static final int COLUMNS_OF_A_BAR = 6;
  private static final List<String[]> ROWS = rows();

  /** The day without trade has no volume ratio; every other day has every value. */
  @ParameterizedTest
  @EnumSource(Indicator.class)
  void agreesWithAnIndependentImplementation(Indicator indicator) {
    int column = Arrays.asList(ROWS.getFirst()).indexOf(indicator.name());
    assertThat(column).as("column of " + indicator).isPositive();
    Analysis analysis = Ta4jTechnicalAnalysis.open().analyse(history());
    int compared = 0;
    for (int i = ROWS.size() - 1 - COMPARED; i < ROWS.size() - 1; i++) {
      String theirs = ROWS.get(i + 1)[column];
      OptionalDouble ours = analysis.of(indicator).get(i);
      assertThat(ours.isPresent()).as("present at " + i).isEqualTo(!theirs.isEmpty());
      if (ours.isPresent()) {
        assertThat(ours.getAsDouble())
            .as("at " + i)
            .isCloseTo(Double.parseDouble(theirs), within(tolerance(indicator, i)));
        compared++;
      }
    }
    assertThat(compared)
        .isEqualTo(indicator == Indicator.VOLUME_RATIO ? COMPARED - 1 : COMPARED)
        .isGreaterThanOrEqualTo(200);
  }

  /** A millionth of the close for what is a price, a millionth for what is a number. */
  private static double tolerance(Indicator indicator, int i) {
    return switch (indicator) {
      case RSI_14, ATR_PCT, VWAP_GAP_PCT, VOLUME_RATIO -> 1e-6;
      case SMA_20,
          SMA_50,
          SMA_200,
          MACD,
          MACD_SIGNAL,
          MACD_HISTOGRAM,
          BB_UPPER,
          BB_LOWER,
          VWAP_252 ->
          1e-6 * Double.parseDouble(ROWS.get(i + 1)[4]);
    };
  }

  private static PriceHistory history() {
    List<Bar> bars =
        ROWS.stream()
            .skip(1)
            .map(cells ->
                new Bar(
                    LocalDate.parse(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[4]),
                    Long.parseLong(cells[5])))
            .toList();
    return new PriceHistory(Examples.DBS.underlying(), "SGD", "sample", true, bars, List.of());
  }

  private static List<String[]> rows() {
    try (var stream = OracleTest.class.getResourceAsStream("oracle.csv")) {
      if (stream == null) {
        throw new IllegalStateException("resource oracle.csv is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(",", -1))
          .filter(cells -> cells.length == COLUMNS_OF_A_BAR + Indicator.values().length)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
