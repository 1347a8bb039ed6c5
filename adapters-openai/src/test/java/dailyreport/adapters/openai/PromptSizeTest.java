package dailyreport.adapters.openai;

import static dailyreport.contract.Examples.DBS;
import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dailyreport.contract.DirectTechnicalAnalysis;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Headline;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Facts;
import dailyreport.domain.report.StanceRules;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a report costs in tokens of o200k_base, the encoding of gpt-4o: docs/model.md. */
class PromptSizeTest {
  private static final Encoding TOKENS =
      Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

  /** The schema is sent beside the text and counted with it; its JSON has about 400 characters. */
  private static final int SCHEMA = 150;

  @Test
  void aPromptWithEveryFigureAndThreeHeadlinesStaysUnderThreeThousandTokens() {
    String told = Prompt.about(full("DBS profit beats forecast as wealth fees climb to a record"));

    assertThat(told).contains("{VWAP_PCTL}", "{PE}", "{HIGH_52W}", "{ANALYSTS}", "\"n\":3");
    assertThat(tokens(Prompt.STABLE) + tokens(told) + SCHEMA).isLessThanOrEqualTo(3_000);
  }

  @Test
  void theLongestHeadlinesAddABoundedLot() {
    String told = Prompt.about(full("ข่าว ".repeat(60)));

    assertThat(tokens(Prompt.STABLE) + tokens(told) + SCHEMA).isLessThanOrEqualTo(3_200);
  }

  /** Three thousand characters are all that the check lets pass: report.md, section 8. */
  @Test
  void theLongestLegalNarrativeFitsIntoTheOutput() {
    String thai =
        Arrays.stream(Prompt.STABLE.split("\n", -1))
            .filter(line -> line.codePoints().filter(c -> c >= 0x0E00 && c < 0x0E80).count() > 80)
            .findFirst()
            .orElseThrow();
    String longest = Stream.generate(() -> thai).limit(30).reduce("", String::concat);
    String json = "{\"a_story\":\"\",\"b_insights\":[\"\",\"\",\"\",\"\"],\"c_action\":\"\"}";

    assertThat(tokens(longest.substring(0, 3_000)) + tokens(json) + 40)
        .isLessThanOrEqualTo(1_300)
        .isLessThan((int) OpenAiNarrator.MOST_OUTPUT_TOKENS);
  }

  private static FactSheet full(String title) {
    Company company = Examples.company("DBS Group Holdings Ltd");
    Analysis analysis = new DirectTechnicalAnalysis().analyse(Examples.history(DBS, 650, 50, 42));
    StanceRules.Result stance = StanceRules.judge(analysis, Examples.KEY.session());
    return new FactSheet(
        Examples.KEY,
        DBS.underlying(),
        company,
        Facts.of(analysis, company, stance),
        stance,
        Stream.of("a", "b", "c")
            .map(name ->
                new Headline(
                    title,
                    "Business Times",
                    Examples.NOW,
                    URI.create("https://news.example/" + name),
                    Set.of("D05.SI")))
            .toList(),
        Examples.KEY.session());
  }

  private static int tokens(String text) {
    return TOKENS.countTokens(text);
  }
}
