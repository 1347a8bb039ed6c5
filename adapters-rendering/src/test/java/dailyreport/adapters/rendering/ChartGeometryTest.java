package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.rendering.Ink.Inscription;
import dailyreport.adapters.rendering.Ink.Role;
import dailyreport.application.port.ChartForm;
import dailyreport.domain.report.Report;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold on every picture, whatever it looks like. */
class ChartGeometryTest {
  @BeforeAll
  static void fonts() {
    HeadlessFonts.install();
  }

  private static List<Report> reports() {
    var reports = new ArrayList<Report>();
    for (int seed = 1; seed <= 6; seed++) {
      reports.add(Sample.report(Sample.DBS, Sample.walk(320, 8.0 * seed, 0.01, seed), "sample"));
      reports.add(Sample.report(Sample.YEN, Sample.walk(300, 900.0 * seed, 1, seed)));
      reports.add(Sample.report(Sample.DONG, Sample.walk(260, 21000.0 * seed, 50, seed)));
      reports.add(Sample.report(Sample.DBS, Sample.walk(160, 0.2 * seed, 0.001, seed)));
      reports.add(Sample.report(Sample.DBS, Sample.walk(150, 0.02 * seed, 0.001, seed)));
      reports.add(Sample.report(Sample.DONG, Sample.walk(180, 990_000, 100, seed)));
    }
    reports.add(Sample.report(Sample.DBS, Sample.walk(20, 40, 0.01, 9)));
    reports.add(Sample.report(Sample.DBS, Sample.walk(1, 40, 0.01, 9)));
    return reports;
  }

  private static void everywhere(BiConsumer<ChartDrawing, Report> check) {
    for (Report report : reports()) {
      for (ChartForm form : ChartForm.values()) {
        check.accept(ChartDrawing.of(report, form), report);
      }
    }
  }

  private static List<Inscription> of(ChartDrawing drawing, Role role) {
    return drawing.inscriptions().stream().filter(text -> text.role() == role).toList();
  }

  @Test
  void noLegendLiesOnData() {
    everywhere((drawing, _) -> {
      for (Inscription legend : of(drawing, Role.LEGEND)) {
        assertThat(drawing.panes())
            .as(legend.toString())
            .noneMatch(pane -> pane.intersects(legend.box()));
      }
    });
  }

  @Test
  void everyPaneWithASeriesHasALegend() {
    ChartDrawing drawing = ChartDrawing.of(Sample.report(), ChartForm.PHONE_LIGHT);
    assertThat(drawing.panes()).hasSize(4);
    assertThat(of(drawing, Role.LEGEND))
        .extracting(Inscription::text)
        .anyMatch(text -> text.startsWith("SMA20 "))
        .anyMatch(text -> text.startsWith("SMA50 "))
        .anyMatch(text -> text.startsWith("SMA200 "))
        .anyMatch(text -> text.startsWith("BB(20,2) "))
        .anyMatch(text -> text.startsWith("Volume "))
        .anyMatch(text -> text.endsWith(" เท่าของค่าเฉลี่ย 20 วัน"))
        .contains("RSI(14)", "MACD(12,26,9)")
        .anyMatch(text -> text.startsWith("MACD 0.") || text.startsWith("MACD -0."))
        .anyMatch(text -> text.startsWith("Signal "));
  }

  @Test
  void anAbsentSeriesIsLeftOutWithItsLegend() {
    Report report = Sample.report(Sample.DBS, Sample.walk(30, 40, 0.01, 4));
    ChartDrawing drawing = ChartDrawing.of(report, ChartForm.PHONE_LIGHT);
    assertThat(of(drawing, Role.LEGEND))
        .extracting(Inscription::text)
        .noneMatch(text -> text.startsWith("SMA50") || text.startsWith("SMA200"))
        .noneMatch(text -> text.startsWith("Signal"))
        .anyMatch(text -> text.startsWith("SMA20 "));
    Report five = Sample.report(Sample.DBS, Sample.walk(5, 40, 0.01, 4));
    ChartDrawing short5 = ChartDrawing.of(five, ChartForm.PHONE_LIGHT);
    assertThat(short5.panes()).as("price and volume").hasSize(2);
  }

  @Test
  void figuresKeepTwelvePixelsFromTheTag() {
    everywhere((drawing, _) -> {
      Rectangle2D pane = drawing.panes().getFirst();
      double tag = of(drawing, Role.TAG).getFirst().box().getCenterY();
      of(drawing, Role.FIGURE).stream()
          .filter(figure -> figure.box().getCenterY() <= pane.getMaxY())
          .forEach(figure ->
              assertThat(Math.abs(figure.box().getCenterY() - tag))
                  .as("%s beside the tag", figure.text())
                  .isGreaterThanOrEqualTo(PricePane.TAG_HALF + 11));
    });
  }

  @Test
  void figuresKeepNinePixelsFromFootAndHeadOfTheirPane() {
    everywhere((drawing, report) -> {
      for (Inscription figure : of(drawing, Role.FIGURE)) {
        double middle = figure.box().getCenterY();
        assertThat(drawing.panes())
            .as("%s of %s", figure.text(), report.key())
            .anyMatch(pane ->
                middle >= pane.getMinY() + FigureAxis.EDGE - 1
                    && middle <= pane.getMaxY() - FigureAxis.EDGE + 1);
      }
    });
  }

  @Test
  void noLegendTouchesTheRuleAboveIt() {
    everywhere((drawing, _) -> {
      for (Inscription legend : of(drawing, Role.LEGEND)) {
        assertThat(drawing.panes())
            .as(legend.toString())
            .noneMatch(pane ->
                legend.box().getMinY() < pane.getMaxY() + 2
                    && legend.box().getMaxY() > pane.getMaxY());
      }
    });
  }

  @Test
  void twoTextsNeverMeet() {
    everywhere((drawing, report) -> {
      List<Inscription> texts = drawing.inscriptions();
      for (int i = 0; i < texts.size(); i++) {
        for (int j = i + 1; j < texts.size(); j++) {
          assertThat(texts.get(i).box().intersects(texts.get(j).box()))
              .as("%s and %s of %s", texts.get(i), texts.get(j), report.key())
              .isFalse();
        }
      }
    });
  }

  @Test
  void noTextIsSmallOrOutsideOrUndrawable() {
    everywhere((drawing, _) -> {
      double scale = drawing.image().getWidth() / 1024.0;
      var paper = new Rectangle2D.Double(0, 0, 1024, drawing.image().getHeight() / scale);
      assertThat(drawing.inscriptions())
          .isNotEmpty()
          .allSatisfy(text -> {
            assertThat(text.size()).isGreaterThanOrEqualTo(15);
            assertThat(paper.contains(text.box())).as(text.toString()).isTrue();
            assertThat(Typeface.BOLD.at(10).canDisplayUpTo(text.text())).isEqualTo(-1);
          });
    });
  }

  @Test
  void everyPaneHasTwoFiguresOrThree() {
    everywhere((drawing, report) -> {
      for (int i = 1; i < drawing.panes().size(); i++) {
        Rectangle2D pane = drawing.panes().get(i);
        long figures =
            of(drawing, Role.FIGURE).stream()
                .filter(figure -> figure.box().getCenterY() >= pane.getMinY() - 2)
                .filter(figure -> figure.box().getCenterY() <= pane.getMaxY() + 2)
                .count();
        assertThat(figures).as("pane %s of %s", i, report.key()).isBetween(2L, 3L);
      }
    });
  }

  @Test
  void theYearIsOfTheBuddhistEra() {
    everywhere((drawing, _) ->
        assertThat(drawing.inscriptions())
            .extracting(Inscription::text)
            .noneMatch(text -> text.contains("2025") || text.contains("2026")));
    assertThat(of(ChartDrawing.of(Sample.report(), ChartForm.PAGE), Role.MONTH))
        .extracting(Inscription::text)
        .contains("2569", "ธ.ค.");
  }

  @Test
  void anExampleSaysSoWithItsDateInEveryForm() {
    Report example = Sample.report(Sample.DBS, Sample.walk(300, 40, 0.01, 2), "file:0a1b2c3d");
    for (ChartForm form : ChartForm.values()) {
      String words =
          String.join(
              " ",
              ChartDrawing.of(example, form).inscriptions().stream()
                  .map(Inscription::text)
                  .toList());
      assertThat(words).as("%s", form).contains("ตัวอย่าง", "ข้อมูลถึง 13 ก.พ. 2569");
    }
    assertThat(ChartDrawing.of(Sample.report(), ChartForm.PHONE_LIGHT).inscriptions())
        .extracting(Inscription::text)
        .noneMatch(text -> text.contains("ตัวอย่าง"));
  }

  @Test
  void thePageFormHasNoHeaderAndNoFooter() {
    ChartDrawing page = ChartDrawing.of(Sample.report(), ChartForm.PAGE);
    assertThat(of(page, Role.HEADER)).isEmpty();
    assertThat(of(page, Role.FOOTER)).isEmpty();
  }
}
