package dailyreport.domain.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.report.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of report.md, sections 9 and 13, around a number. */
class NumberWordsTest {

  private static Claim read(String text) {
    ClaimScanner.Scan scan = ClaimScanner.scan(text);
    assertThat(scan.violations()).isEmpty();
    assertThat(scan.claims()).hasSize(1);
    return scan.claims().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "SGD, SGD",
    "S$, SGD",
    "ดอลลาร์สิงคโปร์, SGD",
    "USD, USD",
    "US$, USD",
    "$, USD",
    "ดอลลาร์สหรัฐ, USD",
    "ดอลลาร์, USD",
    "HKD, HKD",
    "HK$, HKD",
    "ดอลลาร์ฮ่องกง, HKD",
    "TWD, TWD",
    "NT$, TWD",
    "ดอลลาร์ไต้หวัน, TWD",
    "JPY, JPY",
    "¥, JPY",
    "เยน, JPY",
    "VND, VND",
    "₫, VND",
    "ดอง, VND",
    "EUR, EUR",
    "€, EUR",
    "ยูโร, EUR",
    "THB, THB",
    "฿, THB",
    "บาท, THB",
    "หยวน, CNY"
  })
  void aCurrencyIsReadBeforeAndBehindANumber(String word, String code) {
    assertThat(read("ปิดที่ 53.15 " + word).currency()).isEqualTo(code);
    assertThat(read("ปิดที่ " + word + "53.15").currency()).isEqualTo(code);
    assertThat(read("ปิดที่ 53.15 " + word).unit()).isEqualTo(Unit.MONEY);
  }

  @ParameterizedTest
  @CsvSource({
    "พัน, 3",
    "K, 3",
    "หมื่น, 4",
    "แสน, 5",
    "ล้าน, 6",
    "M, 6",
    "million, 6",
    "สิบล้าน, 7",
    "ร้อยล้าน, 8",
    "พันล้าน, 9",
    "B, 9",
    "billion, 9",
    "หมื่นล้าน, 10",
    "แสนล้าน, 11",
    "ล้านล้าน, 12",
    "T, 12",
    "trillion, 12"
  })
  void aMagnitudeMovesThePoint(String word, int power) {
    Claim claim = read("มูลค่า 1.5 " + word);

    assertThat(claim.value()).isEqualByComparingTo("1.5E" + power);
    assertThat(claim.decimals()).isEqualTo(1 - power);
  }

  @ParameterizedTest
  @CsvSource({
    "1.47%, PCT",
    "1.47 เปอร์เซ็นต์, PCT",
    "ร้อยละ 1.47, PCT",
    "0.57 เท่า, MULT",
    "0.57x, MULT",
    "43.2/100, OF100",
    "66.35, NONE",
    "66.35 จุด, NONE",
    "66.35 เท่ากับ, NONE",
    "66.35 เท่านั้น, NONE"
  })
  void aUnitBelongsToItsNumber(String text, Unit unit) {
    assertThat(read("ค่า " + text).unit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "ประมาณ 53, true",
    "ราว 53, true",
    "ราวๆ 53, true",
    "เกือบ 53, true",
    "กว่า 53, true",
    "สูงกว่า 53, false",
    "ต่ำกว่า 53, false",
    "มากกว่า 53, false"
  })
  void aRoughWordIsNoComparison(String text, boolean hedged) {
    assertThat(read("ค่า" + text).hedged()).isEqualTo(hedged);
  }
}
