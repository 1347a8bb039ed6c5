package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** F72: the parts joined are the whole, and no border lies inside of a cluster. */
class TextCutTest {
  private static final List<String> PIECES =
      List.of(
          "ปั๊มน้ำมัน",
          "ที่ผู้ลงทุน",
          "เก็บ",
          "กำไร",
          "ใต้",
          "👨‍👩‍👧",
          "🇹🇭",
          "é",
          "DBS19",
          " ",
          " ",
          "\n",
          "\n\n",
          "ํ",
          "\uD83D\uDE42");

  @Test
  void aShortTextIsOnePart() {
    assertThat(TextCut.parts("สวัสดี", 4_500)).containsExactly("สวัสดี");
    assertThat(TextCut.parts("", 10)).containsExactly("");
    assertThat(TextCut.parts("ก".repeat(10), 10)).hasSize(1);
  }

  @Test
  void paragraphsComeBeforeLinesAndLinesBeforeSpaces() {
    assertThat(TextCut.parts("aaaa\n\nbbb\ncc dd", 12)).containsExactly("aaaa\n\nbbb\n", "cc dd");
    assertThat(TextCut.parts("aaaaaa\n\nb\ncc dd", 12)).containsExactly("aaaaaa\n\n", "b\ncc dd");
    assertThat(TextCut.parts("aaaaaaa bb cc dd", 12)).containsExactly("aaaaaaa bb ", "cc dd");
  }

  @Test
  void aBorderAtTheVeryLimitIsUsed() {
    assertThat(TextCut.parts("aaaaaaaaaa\n\nbb", 12)).containsExactly("aaaaaaaaaa\n\n", "bb");
    assertThat(TextCut.parts("aaaaaaaaaaa\n\nbb", 12)).containsExactly("aaaaaaaaaaa\n", "\nbb");
  }

  @Test
  void anEarlyBorderDoesNotMakeManySmallParts() {
    assertThat(TextCut.parts("a\n" + "b".repeat(20), 12))
        .containsExactly("a\n" + "b".repeat(10), "b".repeat(10));
  }

  @Test
  void thaiClustersAndEmojiStayWhole() {
    assertThat(TextCut.parts("กกกน้ำ", 4)).containsExactly("กกก", "น้ำ");
    assertThat(TextCut.parts("กกกเก็บ", 4)).containsExactly("กกก", "เก็บ");
    assertThat(TextCut.parts("aaa\uD83D\uDE42b", 4)).containsExactly("aaa", "\uD83D\uDE42b");
  }

  @Test
  void joinedPartsAreTheWholeForManyRandomTexts() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder();
      for (int i = random.nextInt(120); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      int limit = 24 + random.nextInt(60);
      String whole = text.toString();

      List<String> parts = TextCut.parts(whole, limit);

      assertThat(String.join("", parts)).as("seed " + seed).isEqualTo(whole);
      BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
      borders.setText(whole);
      int at = 0;
      for (String part : parts) {
        assertThat(part.length()).as("seed " + seed).isBetween(1, limit);
        at += part.length();
        assertThat(at == whole.length() || borders.isBoundary(at)).as("seed " + seed).isTrue();
      }
    }
  }

  @Test
  void labelsAreCountedInClusters() {
    assertThat(TextCut.label("👨‍👩‍👧".repeat(20), 20)).isEqualTo("👨‍👩‍👧".repeat(20));
    assertThat(TextCut.label("น้ำ".repeat(10), 20)).isEqualTo("น้ำ".repeat(10));
    assertThat(TextCut.label("a".repeat(21), 20)).isEqualTo("a".repeat(19) + "…");
    assertThat(TextCut.label("", 20)).isEmpty();
  }

  @Test
  void aLongTextIsShortenedToItsLimit() {
    assertThat(TextCut.shortened("abcdef", 6)).isEqualTo("abcdef");
    assertThat(TextCut.shortened("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(TextCut.shortened("aaaa\uD83D\uDE42b", 6)).isEqualTo("aaaa…");
  }
}
