package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTest {

  @ParameterizedTest
  @CsvSource({
    "RSI, 29.9, ขายมากเกินไป",
    "RSI, 30, ขายมากเกินไป",
    "RSI, 30.1, แรงขายนำ",
    "RSI, 50, แรงซื้อนำ",
    "RSI, 49.99, แรงขายนำ",
    "RSI, 69.99, แรงซื้อนำ",
    "RSI, 70, ซื้อมากเกินไป",
    "ATR_PCT, 1.99, ต่ำ",
    "ATR_PCT, 2, ปานกลาง",
    "ATR_PCT, 3.49, ปานกลาง",
    "ATR_PCT, 3.5, สูง",
    "VWAP_GAP, -15.01, ต่ำกว่ามาก",
    "VWAP_GAP, -15, ต่ำกว่า",
    "VWAP_GAP, -5, ใกล้เคียง",
    "VWAP_GAP, 0, ใกล้เคียง",
    "VWAP_GAP, -5.01, ต่ำกว่า",
    "VWAP_GAP, 4.99, ใกล้เคียง",
    "VWAP_GAP, 5, สูงกว่า",
    "VWAP_GAP, 14.99, สูงกว่า",
    "VWAP_GAP, 15, สูงกว่ามาก",
    "VOLUME_RATIO, 0.79, เบาบาง",
    "VOLUME_RATIO, 0.8, ปกติ",
    "VOLUME_RATIO, 1.19, ปกติ",
    "VOLUME_RATIO, 1.2, หนาแน่น"
  })
  void aValueOnALimitLiesInTheClassAboveExceptAnRsiOfThirty(
      Thresholds thresholds, double value, String word) {
    assertThat(thresholds.word(value)).isEqualTo(word);
  }

  @Test
  void factsWithoutClassesHaveNoLimits() {
    assertThat(Thresholds.of("PRICE")).isEmpty();
    assertThat(Thresholds.of("RSI")).contains(Thresholds.RSI);
  }
}
