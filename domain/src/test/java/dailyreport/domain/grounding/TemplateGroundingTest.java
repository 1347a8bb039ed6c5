package dailyreport.domain.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Synthetic;
import dailyreport.domain.report.TemplateNarrator;
import org.junit.jupiter.api.Test;

/** Seeded loops over drawn reports; a failure names its seed. */
class TemplateGroundingTest {
  private static final int REPORTS = 400;

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
}
