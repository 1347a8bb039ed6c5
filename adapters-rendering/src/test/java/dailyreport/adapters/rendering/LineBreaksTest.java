package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreaksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ปริมาณซื้อขาย 0.57x ของค่าเฉลี่ย 20 วัน@0.57x@20 วัน",
        "ปันผลราว 5.2%ต่อปี เมื่อเทียบราคา@5.2%ต่อ",
        "ราคาปิดที่ 1,053.15 SGD ลดลง@1,053.15 SGD",
        "มูลค่าตลาด 155.71 พันล้าน SGD สูงขึ้น@155.71 พันล้าน SGD",
        "ข้อมูล ณ 11 พ.ย. 2568 เวลานี้@11 พ.ย. 2568",
        "ปริมาณซื้อขาย 0.57 เท่าของค่าเฉลี่ย@0.57 เท่า",
        "อยู่เหนือ SMA 20 และ VWAP 252 วันทำการ@SMA 20@VWAP 252@252 วัน",
        "กลุ่มธนาคารเป็นผู้นำตลาด [1] ในช่วงนี้@ด [1]",
        "ปัจจัยต่าง ๆ ที่เกี่ยวข้อง@ต่าง ๆ",
        "Singapore-listed holdings@Singapore-listed"
      })
  void aFigureStaysWithItsUnit(String row) {
    List<String> parts = List.of(row.split("@"));
    List<String> pieces = pieces(parts.getFirst());
    assertThat(String.join("", pieces)).isEqualTo(parts.getFirst());
    for (String whole : parts.subList(1, parts.size())) {
      assertThat(pieces).as(pieces.toString()).anyMatch(piece -> piece.contains(whole));
    }
  }

  @Test
  void thaiWordsAreFoundByDictionary() {
    assertThat(pieces("ราคาหุ้นปรับตัวขึ้นต่อเนื่องหลังผลประกอบการออกมาดี")).hasSizeGreaterThan(8);
  }

  @Test
  void noPieceStartsWithAMark() {
    for (boolean dictionary : List.of(true, false)) {
      String text = "ที่น้ำปั๊มผู้กำไรเกี๊ยวซ่าไม่ได้เพิ่มขึ้น";
      var breaks = LineBreaks.of(text, dictionary);
      assertThat(breaks.cardinality()).isPositive();
      breaks.stream()
          .forEach(at ->
              assertThat(Character.getType(text.charAt(at)))
                  .isNotEqualTo((int) Character.NON_SPACING_MARK));
    }
  }

  @Test
  void linesKeepTheTextAndTheWidth() {
    var lettering = new Lettering();
    String text =
        "ราคาปรับตัวขึ้นต่อเนื่องหลังผลประกอบการออกมาดี RSI อยู่ที่ 66.35 (เปอร์เซ็นไทล์ 77.8%) "
            + "supercalifragilisticexpialidocious ".repeat(3)
            + "x".repeat(300);
    for (float width : new float[] {40, 100, 350}) {
      List<String> lines = lettering.lines(text, Typeface.REGULAR, 11, width);
      assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
      assertThat(lines)
          .allSatisfy(line ->
              assertThat(lettering.width(line, Typeface.REGULAR, 11))
                  .isLessThanOrEqualTo(width + 0.5f));
    }
  }

  @Test
  void aLongNameIsCutAtACharacterAndSaysSo() {
    var lettering = new Lettering();
    String cut = lettering.fitted("กำไรที่น้ำมัน".repeat(30), Typeface.BOLD, 14, 120);
    assertThat(cut).endsWith("…");
    assertThat(lettering.width(cut, Typeface.BOLD, 14)).isLessThanOrEqualTo(120);
    assertThat(lettering.fitted("DBS", Typeface.BOLD, 14, 120)).isEqualTo("DBS");
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    var breaks = LineBreaks.of(text);
    int from = 0;
    for (int to = breaks.nextSetBit(1); to > 0; to = breaks.nextSetBit(to + 1)) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
