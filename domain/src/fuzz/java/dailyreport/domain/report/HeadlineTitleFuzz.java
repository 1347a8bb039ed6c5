package dailyreport.domain.report;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dailyreport.domain.market.Headline;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Whatever strangers write in a title, one short clean line of text is left of it. */
class HeadlineTitleFuzz {
  private static final List<String> PIECES =
      List.of(
          "<b>",
          "</b>",
          "<",
          ">",
          "http://x.example/y",
          "https://",
          "www.",
          "WWW.X",
          "&amp;",
          "&quot;",
          "&#39;",
          "**",
          "`",
          "[",
          "]",
          "{RSI}",
          "|",
          "\u202e",
          "\u200b",
          "\u0000",
          "\n",
          "\u2028",
          "\t",
          "เ",
          "แ",
          "ไทย",
          "กำ",
          "ก่",
          "น้ำ",
          "😀",
          "\ud83d",
          "\ude00",
          " ",
          "a ",
          "\uFDFA",
          "\u0301",
          "x".repeat(118));

  @FuzzTest(maxDuration = "60s")
  void aTitleIsOneCleanShortLine(FuzzedDataProvider data) {
    var raw = new StringBuilder();
    while (data.remainingBytes() > 0 && raw.length() < 3_000) {
      raw.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(10));
    }
    String title = cleaned(raw.toString());

    check(title.length() <= HeadlineTitle.LONGEST, "longer than allowed", title);
    check(title.equals(title.strip()), "spaces around", title);
    check(title.chars().noneMatch(unit -> "<>*`_#[]{}|\n\r\t".indexOf(unit) >= 0), "markup", title);
    check(title.codePoints().noneMatch(HeadlineTitleFuzz::isUnseen), "unseen", title);
    check(!title.matches("(?i).*\\b(?:https?://|www\\.).*"), "address", title);
    // A doubly escaped ampersand is unescaped once, as a browser does.
    check(title.contains("&") || cleaned(title).equals(title), "not clean yet", title);
  }

  private static boolean isUnseen(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }

  private static String cleaned(String title) {
    return HeadlineTitle.cleaned(
            new Headline(title, "", Instant.EPOCH, URI.create("https://x.example/"), Set.of()))
        .title();
  }

  private static void check(boolean holds, String what, String title) {
    if (!holds) {
      throw new AssertionError(what + ": " + title);
    }
  }
}
