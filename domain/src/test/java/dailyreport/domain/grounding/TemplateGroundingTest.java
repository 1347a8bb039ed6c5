package dailyreport.domain.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Synthetic;
import dailyreport.domain.report.TemplateNarrator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Seeded loops over drawn reports; a failure names its seed. */
class TemplateGroundingTest {
  private static final int REPORTS = 400;
  private static final int FALSIFIED = 40;

  @Test
  void theTemplatePassesTheCheckForEveryReport() {
    for (long seed = 0; seed < REPORTS; seed++) {
      FactSheet facts = Synthetic.facts(seed);
      Narrative narrative = TemplateNarrator.write(facts, Narrative.Author.TEMPLATE);

      assertThat(GroundingCheck.check(narrative, facts))
          .as("seed %s: %s", seed, narrative.sections())
          .isEmpty();
    }
  }

  @Test
  void theTemplateLeavesNoTraceOfAnAbsentFact() {
    for (long seed = 0; seed < REPORTS; seed++) {
      Narrative narrative =
          TemplateNarrator.write(Synthetic.facts(seed), Narrative.Author.TEMPLATE);

      for (Section section : narrative.sections()) {
        assertThat(section.paragraphs()).as("seed %s", seed).isNotEmpty();
        assertThat(section.paragraphs())
            .as("seed %s", seed)
            .allSatisfy(text ->
                assertThat(text)
                    .doesNotContain("{", "}", "  ", "null", "NaN", "[]")
                    .isEqualTo(text.strip())
                    .isNotEmpty());
      }
    }
  }

  @Test
  void almostEveryChangedDigitIsNoticedAndNoneOfAFigure() {
    var seen = new Tally();
    for (long seed = 0; seed < FALSIFIED; seed++) {
      seen.add(seed, facts -> Altered.digits(facts, new Random(1)));
    }

    assertThat(seen.escapes.stream().map(Altered::kind)).doesNotContain("digit of a figure");
    seen.assertNearlyAllRefused();
  }

  @Test
  void everyChangedSignIsNoticed() {
    var seen = new Tally();
    for (long seed = 0; seed < FALSIFIED; seed++) {
      seen.add(seed, Altered::signs);
    }

    assertThat(seen.all).isGreaterThan(250);
    assertThat(seen.escapes).isEmpty();
  }

  @Test
  void everyChangedUnitMagnitudeOrCurrencyIsNoticed() {
    var seen = new Tally();
    for (long seed = 0; seed < FALSIFIED; seed++) {
      seen.add(seed, Altered::units);
    }

    assertThat(seen.all).isGreaterThan(250);
    assertThat(seen.escapes).isEmpty();
  }

  /** Counts falsified narratives and keeps those that the check let pass. */
  private static final class Tally {
    private final List<Altered> escapes = new ArrayList<>();
    private int all;

    void add(long seed, Function<Narrative, List<Altered>> falsify) {
      FactSheet facts = Synthetic.facts(seed);
      for (Altered altered :
          falsify.apply(TemplateNarrator.write(facts, Narrative.Author.TEMPLATE))) {
        all++;
        if (GroundingCheck.check(altered.narrative(), facts).isEmpty()) {
          escapes.add(altered);
        }
      }
    }

    void assertNearlyAllRefused() {
      assertThat(all).isGreaterThan(2_000);
      assertThat(escapes.size())
          .as(
              "of %s: %s",
              all,
              escapes.stream().collect(Collectors.groupingBy(Altered::kind, Collectors.counting())))
          .isLessThanOrEqualTo(all / 100);
    }
  }
}
