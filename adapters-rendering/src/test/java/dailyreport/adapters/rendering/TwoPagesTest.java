package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.ChartForm;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Image;

/** Where page 1 ends, whatever was written. */
class TwoPagesTest {
  /** Points at the foot of page 1 that nobody takes for a gap: three lines and a heading. */
  private static final float MOST_EMPTY = 60;

  private static Report written(long seed) {
    var random = new Random(seed);
    var sections = new ArrayList<Section>();
    for (Section.Kind kind : Section.Kind.values()) {
      var paragraphs = new ArrayList<String>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        paragraphs.add(LongReport.thai(20 + random.nextInt(280)));
      }
      sections.add(new Section(kind, paragraphs));
    }
    return Sample.withNarrative(Sample.report(), sections);
  }

  private static List<TwoPages> plans() throws IOException {
    byte[] png = JFreeChartRenderer.open().png(Sample.report(), ChartForm.PAGE);
    Image chart = Image.getInstance(png);
    var plans = new ArrayList<TwoPages>();
    var lettering = new Lettering();
    for (long seed = 0; seed < 150; seed++) {
      plans.add(TwoPages.plan(written(seed), chart, lettering));
    }
    return plans;
  }

  @Test
  void pageOneIsFullWhereTheNarrativeGoesOn() throws IOException {
    for (TwoPages plan : plans()) {
      assertThat(plan.emptyOnFirst()).isGreaterThan(-0.01f);
      if (!plan.onSecond().isEmpty()) {
        assertThat(plan.emptyOnFirst()).isLessThan(MOST_EMPTY);
      }
    }
  }

  @Test
  void noHeadingAndNoSingleLineIsLeftAlone() throws IOException {
    int within = 0;
    for (TwoPages plan : plans()) {
      List<Piece> first = plan.onFirst();
      List<Piece> second = plan.onSecond();
      if (first.isEmpty() || second.isEmpty() || second.getFirst().heading()) {
        continue;
      }
      within++;
      assertThat(first.getLast().heading()).isFalse();
      assertThat(first.get(first.size() - 2).heading()).as("one line below a heading").isFalse();
      assertThat(second.size()).isGreaterThan(1);
      assertThat(second.get(1).heading()).as("one line above a heading").isFalse();
    }
    assertThat(within).as("breaks within a section").isGreaterThan(20);
  }
}
