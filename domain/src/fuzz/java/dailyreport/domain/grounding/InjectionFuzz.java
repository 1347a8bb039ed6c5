package dailyreport.domain.grounding;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.Section;
import java.util.ArrayList;
import java.util.List;

/** Whatever a draft holds, it is filled or refused, and a filled one holds no placeholder. */
class InjectionFuzz {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "{RSI}",
          "{PRICE}",
          "{COMPANY}",
          "{NOPE}",
          "{RSI",
          "RSI}",
          "{{",
          "}}",
          "{1}",
          "{_}",
          "SMA 20",
          "RSI(14)",
          "[1]",
          "[9]",
          "52 สัปดาห์",
          "70",
          "71",
          "๗๐",
          "**",
          " ",
          "\n",
          "ราคา",
          "\u200b",
          "\u202e");

  @FuzzTest(maxDuration = "60s")
  void aDraftIsFilledOrRefused(FuzzedDataProvider data) {
    Golden golden = data.pickValue(Golden.values());
    var paragraphs = new ArrayList<String>();
    while (data.remainingBytes() > 0 && paragraphs.size() < 20) {
      var paragraph = new StringBuilder();
      for (int i = data.consumeInt(0, 30); i > 0; i--) {
        paragraph.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(6));
      }
      paragraphs.add(paragraph.toString());
    }
    var draft = new Draft(List.of(new Section(Section.Kind.STORY, paragraphs)));

    switch (PlaceholderInjector.inject(draft, golden.facts())) {
      case Injected.Done done -> {
        if (done.narrative().toString().matches("(?s).*[{}].*")) {
          throw new AssertionError("left: " + done.narrative());
        }
        GroundingCheck.check(done.narrative(), golden.facts());
      }
      case Injected.Rejected rejected -> {
        if (rejected.violations().isEmpty()) {
          throw new AssertionError("refused for nothing");
        }
      }
    }
  }
}
