package dailyreport.domain.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.report.Draft;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderInjectorTest {

  private static Injected inject(String paragraph) {
    return PlaceholderInjector.inject(
        new Draft(List.of(new Section(Section.Kind.STORY, List.of(paragraph)))), Grounding.FACTS);
  }

  private static List<String> spans(String paragraph) {
    return switch (inject(paragraph)) {
      case Injected.Done(_) -> List.of();
      case Injected.Rejected(var violations) -> {
        assertThat(violations)
            .extracting(Violation::reason)
            .containsOnly(Violation.Reason.PLACEHOLDER);
        yield violations.stream().map(Violation::span).toList();
      }
    };
  }

  @Test
  void valuesTakeTheirPlaces() {
    assertThat(inject("{COMPANY} ({SYMBOL}) RSI อยู่ที่ {RSI} ยังไม่เกิน 70"))
        .isEqualTo(
            new Injected.Done(
                new Narrative(
                    List.of(
                        new Section(
                            Section.Kind.STORY,
                            List.of("DBS Group Holdings (DBS19) RSI อยู่ที่ 66.35 ยังไม่เกิน 70"))),
                    Narrative.Author.MODEL)));
  }

  @Test
  void markupAndEmptyParagraphsAreLeftOut() {
    var draft =
        new Draft(List.of(new Section(Section.Kind.RISK, List.of(" **ระวัง** ", "  ", "****"))));

    assertThat(PlaceholderInjector.inject(draft, Grounding.FACTS))
        .isInstanceOfSatisfying(
            Injected.Done.class,
            done ->
                assertThat(done.narrative().sections().getFirst().paragraphs())
                    .containsExactly("ระวัง"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ราคา {NOPE} | {NOPE}",
        "ราคา {SMA_20} | {SMA_20}",
        "ราคา {53} | {53}",
        "ราคา {price} | {price}",
        "ราคา {} | {}",
        "ราคา {PRICE | {PRICE",
        "ราคา PRICE} | }",
        "ราคา {A{RSI} | {A{RSI}"
      })
  void whatIsNoKnownPlaceholderIsRefused(String text, String span) {
    assertThat(spans(text)).containsExactly(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"53.15", "71", "70.0", "๕๓", "2568", "5,000", "1.2.3"})
  void aDigitThatIsNoLimitIsRefused(String digits) {
    assertThat(spans("ราคา " + digits + " แล้ว")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SMA 20",
        "RSI(14)",
        "52 สัปดาห์",
        "20 วัน",
        "VWAP 252 วันทำการ",
        "S&P 500",
        "ข่าว [1]",
        "เกิน 70",
        "ต่ำกว่า ๓๐",
        "เกิน 3.5%",
        "เปอร์เซ็นไทล์เกิน 90%",
        "1. ข้อแรก"
      })
  void allowedDigitsStay(String text) {
    assertThat(spans("ดู" + text)).isEqualTo(text.startsWith("1.") ? List.of("1") : List.of());
    assertThat(spans(text)).isEmpty();
  }

  @Test
  void aDraftOverTheCapIsNotRead() {
    assertThat(inject("{".repeat(5_000)))
        .isEqualTo(new Injected.Rejected(List.of(new Violation(Violation.Reason.LENGTH, ""))));
  }
}
