package dailyreport.domain.grounding;

import static dailyreport.domain.grounding.Grounding.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.grounding.Violation.Reason;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Stance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingCheckTest {

  @ParameterizedTest(name = "row {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | DBS19 ปิดที่ 53.15 ดอลลาร์สิงคโปร์ | PASS",
        "2 | RSI อยู่ที่ ๖๖.๓๕ (เปอร์เซ็นไทล์ ๗๗.๘%) | PASS",
        "3 | RSI ประมาณ 66 ยังไม่เกิน 70 | PASS",
        "4 | RSI อยู่ที่ 77.8 ซึ่งสูง | VALUE",
        "5 | ราคาอยู่ 19.51% ต่ำกว่า VWAP | SIGN",
        "6 | ราคาปรับตัวลดลง 2.35% จากวันก่อน | PASS",
        "7 | ราคาเพิ่มขึ้น 2.35% จากวันก่อน | SIGN",
        "8 | มูลค่าตลาด 1.56 แสนล้านดอลลาร์สิงคโปร์ | PASS",
        "9 | มูลค่าตลาด 155.71 ล้านดอลลาร์สิงคโปร์ | VALUE",
        "10 | มูลค่าตลาด 155.71B บาท | CURRENCY",
        "11 | ปริมาณซื้อขาย 0.57 เท่าของค่าเฉลี่ย 20 วัน | PASS",
        "12 | ปริมาณซื้อขาย 57% ของค่าเฉลี่ย | VALUE",
        "13 | กรอบ 52 สัปดาห์ ต่ำสุด S$36.30 สูงสุด S$54.80 | PASS",
        "13 swapped | กรอบ 52 สัปดาห์ ต่ำสุด S$54.80 สูงสุด S$36.30 | VALUE VALUE",
        "14 | ATR 1.47% ราคาอาจแกว่ง 5-10% ในวันเดียว | VALUE VALUE",
        "15 | ข้อมูล ณ 11 พฤศจิกายน 2568 อ้างอิงข่าว [2] | PASS",
        "16 | ข่าว [4] ระบุว่ากำไรดีขึ้น | CITATION",
        "17 | ข้อมูล ณ 12 พ.ย. 2568 | DATE",
        "18 | ความไม่แน่นอน 43.2/100 แต่ MACD 0.6526 เป็นบวก | SIGN",
        "19 | ราคา 5\u200B4.15 ดอลลาร์สิงคโปร์ | VALUE",
        "20 | คาดว่ากำไรจะโตสิบเปอร์เซ็นต์ในปีหน้า | NUMBER_WORD"
      })
  void theTableOfTheDesign(String row, String text, String verdict) {
    List<String> seen = reasons(text).stream().map(Reason::name).toList();

    assertThat(String.join(" ", seen)).isEqualTo(verdict.equals("PASS") ? "" : verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MACD อยู่ที่ -0.6526",
        "MACD −0.6526 ยังอยู่ใต้เส้น Signal",
        "MACD ติดลบที่ 0.6526",
        "MACD เพิ่มขึ้นมาอยู่ที่ -0.65",
        "เปอร์เซ็นไทล์ของ RSI อยู่ที่ 77.8%",
        "เปอร์เซ็นไทล์ 77.8% ของ RSI",
        "RSI สูงและเปอร์เซ็นไทล์ 77.8%",
        "ราคาสูงกว่า VWAP 252 วันทำการ 19.51%",
        "ราคาอยู่เหนือ VWAP 252 วันทำการ 19.51%",
        "ราคา 53.15 SGD สูงกว่า VWAP 252 วันทำการ 19.51%",
        "ราคาร่วงลง 2.35%",
        "ราคาเปลี่ยนแปลง -2.35%",
        "ราคาปิดที่ SGD 53.15",
        "ราคาปิดที่ 53.15",
        "ราคาปิดที่ 53 SGD",
        "มูลค่าตลาด 155.71 พันล้าน SGD",
        "มูลค่าตลาด 155,710 ล้าน SGD",
        "Market Cap 155.71B SGD",
        "market cap 155.71 billion SGD",
        "P/E 14.03 เท่า",
        "ความผันผวนร้อยละ 1.47",
        "กรอบ 52 สัปดาห์ 36.30-54.80 SGD",
        "กรอบ 52 สัปดาห์ 36.30 ถึง 54.80 SGD",
        "กรอบ 52 สัปดาห์ S$36.30–S$54.80",
        "เกือบ 54 SGD คือราคาล่าสุด",
        "ATR ยังต่ำกว่าระดับ 2%",
        "หากราคาห่าง VWAP เกิน 15% ต้องระวัง",
        "RSI อยู่เหนือระดับ 50",
        "RSI แกว่งในระดับ 30-70",
        "RSI แกว่งในระดับ 30 ถึง 70",
        "RSI เปอร์เซ็นไทล์เกินระดับ 75%",
        "ปริมาณต่ำกว่า 0.8 เท่า",
        "SMA 20 อยู่เหนือ SMA50 และ SMA(200)",
        "RSI (14) เท่ากับ 66.35",
        "1. ราคา 53.15 SGD",
        "ข่าว [1][2] และ [1, 3] หนุนราคา",
        "ข้อมูล ณ 2025-11-10",
        "ข้อมูล ณ 11/11/2568 และ 10/11/68",
        "ข้อมูล ณ 11 พ.ย. 68",
        "วันที่ 10 พ.ย. ตลาดเปิด",
        "ตลอดปี 2568 และ Q4 2025",
        "พ.ศ. 2568 ตรงกับ ค.ศ. 2025",
        "ราคา 53.15 วันนี้",
        "แรงซื้อเพิ่มขึ้น ปริมาณซื้อขายเบาบาง แรงขายออกน้อยลง",
        "RSI ยังไม่เข้าเขตซื้อมากเกินไป",
        "ผู้ถือหุ้นสามารถรอดูพันธบัตรและห้ามประมาท",
        "เทียบกับ S&P 500 แล้วราคา 53.15 SGD",
        "DBS Group Holdings (D05.SI) ปิดที่ 53.15 SGD"
      })
  void naturalSentencesPass(String text) {
    assertThat(reasons(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MACD อยู่ที่ 0.6526 | SIGN_MISSING",
        "MACD อยู่ที่ +0.6526 | SIGN",
        "ราคาเปลี่ยนแปลง 2.35% | SIGN_MISSING",
        "ราคาเพิ่มขึ้น -2.35% | SIGN",
        "ราคาไม่ลดลง 2.35% | SIGN",
        "ราคา -53.15 SGD | SIGN",
        "ราคา 53.154 SGD | PRECISION",
        "ราคา 53.15% | UNIT",
        "ราคา 53.15 USD | CURRENCY",
        "ราคา $53.15 | CURRENCY",
        "ราคา S$53.15 บาท | CURRENCY",
        "RSI 66.35% | UNIT",
        "RSI 66.35 SGD | UNIT",
        "RSI 77.8% | VALUE",
        "RSI อยู่ที่ 66.36 | VALUE",
        "ATR 1.47 | UNIT",
        "ปริมาณ 0.57 | UNIT",
        "ความผันผวนร้อยละ 1.48 | VALUE",
        "VWAP สูง เปอร์เซ็นไทล์ 77.8% | VALUE",
        "EPS 53.15 SGD | VALUE",
        "ราคา 53.15.2 SGD | MALFORMED",
        "ราคา 5,31 SGD | MALFORMED",
        "มูลค่าตลาด 155,7100 ล้าน SGD | MALFORMED NUMBER_WORD",
        "ราคา DBS14 และ COVID-19 | GLUED GLUED",
        "ราคา 53.15zz | GLUED",
        "ถือมา 3 ปี | COUNT",
        "SMA30 อยู่ใกล้ราคา | GLUED",
        "กรอบ 53 สัปดาห์ | COUNT",
        "ในอีก -20 วัน | COUNT",
        "RSI เกินระดับ 71 | VALUE",
        "ATR 2% อยู่ในระดับต่ำ | VALUE",
        "RSI เกินระดับ 70 อยู่ที่ 50 | VALUE",
        "RSI อยู่ที่ 70 | VALUE",
        "RSI เกินระดับ 70.00 | VALUE",
        "ATR เกินระดับ 70 | VALUE",
        "ข่าว [0] และ [12] | CITATION CITATION",
        "ข่าว [1, 4] | CITATION",
        "วันที่ 31 ก.พ. 2568 | DATE",
        "ตลอดปี 2569 | DATE",
        "Q3 2025 ดีมาก และกำไรเติบโตได้ต่อเนื่อง | DATE",
        "ข้อมูล ณ 2025-11-12 | DATE",
        "ข้อมูล ณ 11/12/2568 | DATE",
        "กำไรโตสองเท่า | NUMBER_WORD",
        "รายได้ห้าพันล้านในไตรมาสนี้ | NUMBER_WORD",
        "เพิ่มขึ้นร้อยละสิบ | NUMBER_WORD",
        "กำไรเพิ่มขึ้นเท่าตัว | NUMBER_WORD",
        "หนึ่งร้อยบาทต่อหุ้น | NUMBER_WORD",
        "อ่านต่อที่ https://x.example ได้เลยครับ | LINK",
        "ติดต่อ @dbs ได้เลยครับ | LINK",
        "อ่านต่อที่ evil.com ได้เลยครับ | LINK",
        "ดู [ที่นี่](x) ได้เลย | LINK",
        "<b>แรงซื้อ</b>ยังดีอยู่ในช่วงนี้ | LINK",
        "แรงซื้อยังดีอยู่ในช่วงนี้＜script＞ | LINK",
        "ควรซื้อหุ้นตัวนี้ | STANCE",
        "แนะนำให้ขายทันที | STANCE",
        "ทยอยซื้อสะสม | STANCE",
        "ไม่ควรถือหุ้นตัวนี้ | STANCE"
      })
  void whatIsNotGroundedIsRefused(String text, String verdict) {
    List<String> seen = reasons(text).stream().map(Reason::name).toList();

    assertThat(String.join(" ", seen)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"BUY, ควรซื้อ", "HOLD, ถือต่อ", "SELL, ทยอยขาย"})
  void theRulesOwnStanceMayBeNamedButNotNegated(Stance stance, String phrase) {
    FactSheet facts = Grounding.facts(stance);

    assertThat(reasons("ตามกฎแล้ว" + phrase + "ได้", facts)).isEmpty();
    assertThat(reasons("ตามกฎแล้วไม่" + phrase, facts)).containsExactly(Reason.STANCE);
  }

  @Test
  void aBarOfWeeksAgoIsNotTodays() {
    FactSheet facts = Grounding.FACTS;
    var old =
        new FactSheet(
            facts.key(),
            facts.underlying(),
            facts.company(),
            facts.facts(),
            facts.stance(),
            facts.news(),
            facts.key().session().plusDays(14));

    assertThat(reasons("ราคา 53.15 SGD วันนี้", facts)).isEmpty();
    assertThat(reasons("ราคา 53.15 SGD วันนี้", old)).containsExactly(Reason.DATE);
    assertThat(reasons("ราคาล่าสุด 53.15 SGD", old)).isEmpty();
  }

  @Test
  void aMissingOrEmptySectionIsRefused() {
    Narrative whole = Grounding.narrative("ราคา 53.15 SGD");
    var three = new Narrative(whole.sections().subList(0, 3), whole.author());
    var blank = new ArrayList<>(whole.sections());
    blank.set(0, new Section(Section.Kind.STORY, List.of(" ")));

    assertThat(GroundingCheck.check(three, Grounding.FACTS))
        .extracting(Violation::reason)
        .containsExactly(Reason.SECTION);
    assertThat(GroundingCheck.check(new Narrative(blank, whole.author()), Grounding.FACTS))
        .extracting(Violation::reason)
        .containsExactly(Reason.SECTION);
  }

  @Test
  void aSectionMayNotBeLongerThanItsBound() {
    assertThat(reasons("ก".repeat(500))).isEmpty();
    assertThat(reasons("ก".repeat(501))).containsExactly(Reason.LENGTH);
  }

  @Test
  void aForeignTextIsRefused() {
    assertThat(reasons("This says nothing of use to anybody who reads only Thai. ".repeat(5)))
        .containsExactly(Reason.LANGUAGE);
  }

  @Test
  void aTextOverTheCapIsNotScanned() {
    assertThat(reasons("9".repeat(5_000))).containsExactly(Reason.LENGTH);
  }

  @Test
  void aCharacterThatGrowsWhenNormalisedDoesNotGetPastTheCap() {
    assertThat(reasons("\uFDFA".repeat(1_000))).contains(Reason.LENGTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,",
        "1 ",
        "[1",
        "1-",
        "53.15 SGD ",
        "RSI 1 หาก ",
        "ราคา1",
        "ลดลง 1% เหนือ VWAP ",
        "{[(1",
        "11 พ.ย. ",
        "สองสาม",
        "1 ล้าน",
        "ซื้อเพิ่ม",
        "S&P 500",
        "0000000000",
        "ไม่",
        ".com",
        "1,000,000,",
        " ",
        "๖~",
        "20 วัน ",
        "1% ซึ่งเป็นจุด"
      })
  @Timeout(10) // one pass takes up to 16 ms; a quadratic one takes seconds
  void hostileTextOfFullLengthIsReadInOnePass(String unit) {
    String text = unit.repeat(4_300 / unit.length());
    for (int i = 0; i < 20; i++) {
      reasons(text);
    }
  }
}
