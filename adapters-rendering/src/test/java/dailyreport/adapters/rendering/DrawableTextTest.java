package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.font.FontRenderContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawableTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DBS Group Holdings          | DBS Group Holdings
          ที่ น้ำ ปั๊ม ผู้ กำไร          | ที่ น้ำ ปั๊ม ผู้ กำไร
          Nestlé S.A.                 | Nestlé S.A.
          Công ty Cổ phần Sữa         | Công ty Cổ phần Sữa
          ● ราคา ★ 5                  | • ราคา * 5
          Rally 🚀🚀 ahead            | Rally ahead
          中国工商银行 ICBC            | … ICBC
          ＡＢＣ１２                    | ABC12
          a\u202Eevil\u202C           | aevil
          ⚠️ ระวัง                     | ระวัง
          """)
  void whatTheFontLacksIsReplacedOrDropped(String text, String drawn) {
    assertThat(DrawableText.clean(text.translateEscapes())).isEqualTo(drawn);
  }

  @Test
  void marksWithoutABaseGoAndHighStacksAreCut() {
    assertThat(DrawableText.clean("\u0e49\u0e48\u0301\u0300", "–")).isEqualTo("–");
    assertThat(DrawableText.clean("a" + "\u0301".repeat(50))).hasSize(4);
    assertThat(DrawableText.clean("ก" + "\u0e49".repeat(50))).hasSize(4);
    assertThat(DrawableText.clean("שלום 你好 🚀", "–")).isEqualTo("–");
  }

  @Test
  void anyTextBecomesDrawable() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        text.appendCodePoint(
            random.nextBoolean() ? random.nextInt(0x3000) : random.nextInt(0x20000));
      }
      String clean = DrawableText.clean(text.toString());
      assertThat(Typeface.BOLD.at(10).canDisplayUpTo(clean)).as("seed %s", seed).isEqualTo(-1);
      assertThat(DrawableText.clean(clean)).as("seed %s", seed).isEqualTo(clean);
      var glyphs =
          Typeface.REGULAR
              .at(10)
              .layoutGlyphVector(
                  new FontRenderContext(null, true, true),
                  clean.toCharArray(),
                  0,
                  clean.length(),
                  0);
      for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
        assertThat(glyphs.getGlyphCode(i))
            .as("glyph 0 is the empty box; seed %s", seed)
            .isNotZero();
      }
    }
  }
}
