package dailyreport.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandTest {

  @ParameterizedTest
  @CsvSource({
    "100, สูงมาก",
    "90, สูงมาก",
    "89.9, สูง",
    "75, สูง",
    "74.9, ปานกลางสูง",
    "50, ปานกลางสูง",
    "49.9, ปานกลางต่ำ",
    "25, ปานกลางต่ำ",
    "24.9, ต่ำ",
    "0.4, ต่ำ"
  })
  void bandsBeginAtTheirLimit(double value, String word) {
    assertThat(Band.word(new Percentile(value, 252))).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"59, ช่วงข้อมูลสั้น", "60, สูง"})
  void fewerThanSixtyValuesGetNoBandWord(int n, String word) {
    assertThat(Band.word(new Percentile(80, n))).isEqualTo(word);
  }
}
