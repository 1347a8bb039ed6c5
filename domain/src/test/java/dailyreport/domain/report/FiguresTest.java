package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats of report.md section 13. */
class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.5 | 2 | 1,234.50", "0.005 | 2 | 0.01", "-0.004 | 2 | 0.00", "-1.285 | 2 | -1.29",
        "1234567 | 0 | 1,234,567", "2.5 | 0 | 3", "0.6526 | 4 | 0.6526", "999.995 | 2 | 1,000.00"
      })
  void figuresAreGroupedAndRoundedHalfUp(BigDecimal value, int decimals, String text) {
    assertThat(Figures.grouped(value, decimals)).isEqualTo(text);
  }

  @Test
  void aDoubleIsRoundedByItsShortestDecimal() {
    assertThat(Figures.grouped(1.005, 2)).isEqualTo("1.01");
  }

  @ParameterizedTest
  @CsvSource({"1.28, +1.28", "-1.28, -1.28", "0, 0.00", "0.004, 0.00", "-0.004, 0.00"})
  void aValueThatRoundsToZeroHasNoSign(BigDecimal value, String text) {
    assertThat(Figures.signed(value, 2)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "53.15, SGD, 2",
    "0.999, SGD, 3",
    "1, SGD, 2",
    "0.2, HKD, 3",
    "412.6, HKD, 2",
    "189.951, USD, 2",
    "1052.5, TWD, 2",
    "2.84, EUR, 2",
    "98500, VND, 0",
    "0.4, VND, 0",
    "1520, JPY, 0",
    "1520.5, JPY, 1",
    "1520.04, JPY, 0"
  })
  void pricesHaveTheDecimalsOfTheirCurrency(BigDecimal price, String currency, int decimals) {
    assertThat(Figures.priceDecimals(price, currency)).isEqualTo(decimals);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "155710000000 | 155.71 พันล้าน", "1560000000000 | 1.56 ล้านล้าน", "12345678 | 12.35 ล้าน",
        "999999 | 999,999", "999999.6 | 1.00 ล้าน", "999999999 | 1.00 พันล้าน",
        "999994999 | 999.99 ล้าน", "999999999999 | 1.00 ล้านล้าน", "-2500000 | -2.50 ล้าน",
        "1234567890123456 | 1,234.57 ล้านล้าน"
      })
  void largeAmountsAreCountedInThaiMagnitudes(BigDecimal amount, String text) {
    assertThat(Figures.large(amount)).isEqualTo(text);
  }

  @Test
  void datesAreOfTheBuddhistEraAndTimesOfBangkok() {
    assertThat(Figures.date(LocalDate.of(2025, 11, 11))).isEqualTo("11 พ.ย. 2568");
    assertThat(Figures.time(Instant.parse("2025-12-31T17:05:00Z")))
        .isEqualTo("1 ม.ค. 2569 00:05 น.");
    assertThat(Figures.month(LocalDate.of(2025, 6, 1))).isEqualTo("มิ.ย.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, ม.ค.",
    "2, ก.พ.",
    "3, มี.ค.",
    "4, เม.ย.",
    "5, พ.ค.",
    "6, มิ.ย.",
    "7, ก.ค.",
    "8, ส.ค.",
    "9, ก.ย.",
    "10, ต.ค.",
    "11, พ.ย.",
    "12, ธ.ค."
  })
  void monthsHaveTheirShortThaiNames(int month, String name) {
    assertThat(Figures.month(month)).isEqualTo(name);
    assertThat(Figures.date(LocalDate.of(2024, month, 29))).isEqualTo("29 " + name + " 2567");
  }

  @Test
  void aThaiLocaleChangesNothing() {
    Locale own = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai-ca-buddhist"));

      assertThat(Figures.grouped(1234.5, 2)).isEqualTo("1,234.50");
      assertThat(Figures.signed(new BigDecimal("-1234.5"), 2)).isEqualTo("-1,234.50");
      assertThat(Figures.large(new BigDecimal("155710000000"))).isEqualTo("155.71 พันล้าน");
      assertThat(Figures.date(LocalDate.of(2025, 11, 11))).isEqualTo("11 พ.ย. 2568");
      assertThat(Figures.time(Instant.parse("2025-11-11T07:05:00Z")))
          .isEqualTo("11 พ.ย. 2568 14:05 น.");
    } finally {
      Locale.setDefault(own);
    }
  }
}
