package dailyreport.application;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Whatever is typed, the answer is a listed receipt, a short question or nothing. */
class TickerDirectoryFuzz {
  private static final TickerDirectory DIRECTORY = TickerDirectory.bundled();

  private static final List<String> PIECES =
      List.of(
          "DBS19",
          "dbs",
          "ＤＢＳ",
          "๑๙",
          "19",
          "D05.SI",
          "UOB",
          "Nintendo",
          "singapore airlines",
          "SONY",
          " ",
          "\u200b",
          "\u202e",
          "\u0000",
          "\uFDFA",
          "Т",
          "../",
          "\ud83d",
          "ı",
          "ß",
          "\uFEFF");

  @FuzzTest(maxDuration = "60s")
  void aTypedTextIsNeverAnythingElse(FuzzedDataProvider data) {
    var typed = new StringBuilder();
    while (data.remainingBytes() > 0 && typed.length() < 200) {
      typed.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(5));
    }
    String text = typed.toString();

    switch (DIRECTORY.resolve(text)) {
      case Resolved.Exact exact -> {
        check(DIRECTORY.all().contains(exact.instrument()), "not listed", text);
        check(text.length() <= 64, "longer than 64 units", text);
        check(isAscii(text), "a letter that only looks like one", text);
      }
      case Resolved.Question question ->
          check(
              !question.suggestions().isEmpty()
                  && question.suggestions().size() <= 3
                  && question.suggestions().stream()
                      .allMatch(one -> DIRECTORY.find(one).isPresent()),
              "suggestions " + question.suggestions(),
              text);
      case Resolved.Unknown _ -> {}
    }
  }

  /** Of what NFKC and the digits of other scripts leave of it, without what cannot be seen. */
  private static boolean isAscii(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(point -> !Character.isDigit(point) && !Character.isWhitespace(point))
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .filter(point -> Character.getType(point) != Character.CONTROL)
        .allMatch(point -> point < 0x80);
  }

  private static void check(boolean holds, String what, String text) {
    if (!holds) {
      throw new AssertionError(what + ": " + text);
    }
  }
}
