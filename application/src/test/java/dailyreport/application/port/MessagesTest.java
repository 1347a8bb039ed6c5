package dailyreport.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.domain.market.Exchange;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void everyMessageHasATextAndEveryTextAMessage() {
    assertThat(Messages.Catalogue.TEXTS.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Messages.values()).map(Messages::key).toList());
  }

  @Test
  void noTextIsEmptyAndEveryTextIsThai() {
    assertThat(Messages.Catalogue.TEXTS)
        .allSatisfy((key, text) -> {
          assertThat((String) text)
              .as("text of " + key)
              .isNotBlank()
              .isEqualTo(((String) text).strip());
          if (!key.equals("list-line")) {
            assertThat((String) text).as("text of " + key).containsPattern("[ก-๙]");
          }
          // One register: polite by its words, without particles that tell a gender or a mood.
          assertThat((String) text)
              .as("text of " + key)
              .doesNotContain("ครับ", "ค่ะ", "นะคะ", "จ้า", "จ้ะ", "ดิฉัน", "ผม", "เธอ")
              .doesNotContain("**", "  ", "!", "\u0E4D\u0E32");
        });
  }

  @Test
  void theWordsOfTheDesignAreKept() {
    assertThat(Messages.NO_DATA.text("ticker", "DBS19"))
        .isEqualTo("ขออภัย ยังดึงข้อมูลราคาของ DBS19 ไม่ได้ กรุณาลองใหม่ภายหลัง");
    assertThat(Messages.WAIT.text(Map.of("ticker", "DBS19", "button", Messages.BUTTON_VIEW.text())))
        .isEqualTo("กำลังจัดทำรายงาน DBS19 แตะ “ดูรายงาน” ในอีกประมาณ 1 นาที");
    assertThat(Messages.UNKNOWN.text("input", "XYZ"))
        .isEqualTo("ไม่พบ XYZ ในรายการ ตัวอย่าง DBS19, UOB19");
    assertThat(Messages.UNKNOWN_QUESTION.text()).isEqualTo("คุณหมายถึงหุ้นตัวนี้หรือไม่?");
    assertThat(Messages.LIMIT.text(Map.of("hour", 10, "day", 30)))
        .startsWith("ขอรายงานใหม่ครบโควตาแล้ว")
        .contains("ยังดูรายงานที่มีอยู่ได้");
  }

  @Test
  void aValueIsTakenAsItIs() {
    assertThat(Messages.UNKNOWN.text("input", "$1{help}\\")).contains("ไม่พบ $1{help}\\ ในรายการ");
  }

  @Test
  void aMissingOrForeignPlaceIsNamed() {
    assertThatThrownBy(Messages.NO_DATA::text)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[ticker]");
    assertThatThrownBy(() -> Messages.HINT.text("ticker", "DBS19"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyExchangeHasAHeading() {
    assertThat(Exchange.values())
        .allSatisfy(exchange -> assertThat(Messages.market(exchange).text()).contains("ตลาด"));
  }

  @Test
  void buttonsFitIntoTwentyCharacters() {
    assertThat(Messages.values())
        .filteredOn(message -> message.name().startsWith("BUTTON_"))
        .hasSize(7)
        .allSatisfy(button -> assertThat(button.text()).hasSizeLessThanOrEqualTo(20));
  }
}
