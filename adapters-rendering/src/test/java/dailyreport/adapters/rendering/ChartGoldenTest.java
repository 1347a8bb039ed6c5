package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.ChartForm;
import dailyreport.contract.ChartRendererContract;
import dailyreport.domain.market.Bar;
import dailyreport.domain.report.Report;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartGoldenTest {
  @BeforeAll
  static void fonts() {
    HeadlessFonts.install();
  }

  static Stream<Arguments> charts() {
    List<Bar> walk = Sample.walk(640, 40, 0.01, 11);
    return Stream.of(
        Arguments.of("light", Sample.report(), ChartForm.PHONE_LIGHT),
        Arguments.of("dark", Sample.report(Sample.DBS, walk, "sample"), ChartForm.PHONE_DARK),
        Arguments.of("page", Sample.report(Sample.DBS, walk, "sample"), ChartForm.PAGE),
        Arguments.of("bars-60", few(60), ChartForm.PHONE_LIGHT),
        Arguments.of("bars-5", few(5), ChartForm.PHONE_LIGHT),
        Arguments.of("bar-1", few(1), ChartForm.PHONE_DARK),
        Arguments.of(
            "yen", Sample.report(Sample.YEN, Sample.walk(400, 9000, 1, 5)), ChartForm.PHONE_LIGHT),
        Arguments.of(
            "dong",
            Sample.report(Sample.DONG, Sample.walk(400, 61000, 100, 6)),
            ChartForm.PHONE_DARK),
        Arguments.of(
            "dong-millions",
            Sample.report(Sample.DONG, Sample.walk(400, 9_000_000, 1000, 1)),
            ChartForm.PHONE_LIGHT),
        Arguments.of(
            "penny",
            Sample.report(Sample.DBS, Sample.walk(400, 0.12, 0.001, 4)),
            ChartForm.PHONE_LIGHT),
        Arguments.of("flat", Sample.report(Sample.DBS, flat()), ChartForm.PHONE_LIGHT),
        Arguments.of("huge-volume", Sample.report(Sample.DBS, huge(walk)), ChartForm.PHONE_LIGHT));
  }

  private static Report few(int bars) {
    return Sample.report(Sample.DBS, Sample.walk(bars, 40, 0.01, 11));
  }

  private static List<Bar> flat() {
    return Sample.walk(300, 40, 0.01, 1).stream()
        .map(bar -> new Bar(bar.session(), 40, 40, 40, 40, 40, 1000))
        .toList();
  }

  private static List<Bar> huge(List<Bar> bars) {
    var changed = new ArrayList<>(bars);
    Bar bar = bars.get(580);
    changed.set(
        580,
        new Bar(
            bar.session(),
            bar.open(),
            bar.high(),
            bar.low(),
            bar.close(),
            bar.tradedClose(),
            9_000_000_000L));
    return changed;
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theChartLooksAsItWasApproved(String name, Report report, ChartForm form) throws IOException {
    Golden.compare("chart-" + name, ChartDrawing.of(report, form).image());
    assertThat(JFreeChartRenderer.open().png(report, form).length)
        .isLessThanOrEqualTo(ChartRendererContract.MOST_BYTES);
  }

  @Test
  void thaiMarksStackInTheChart() throws IOException {
    var image = new BufferedImage(460, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setColor(Color.WHITE);
    g2.fillRect(0, 0, 460, 60);
    new Ink(g2)
        .left("ที่ น้ำ ปั๊ม ผู้ กำไร", Ink.Role.HEADER, Typeface.REGULAR, 40, Color.BLACK, 10, 45);
    g2.dispose();
    Golden.compare("thai", image);
  }

  @Test
  void aSmallShiftIsNoticed() {
    BufferedImage image = ChartDrawing.of(Sample.report(), ChartForm.PHONE_LIGHT).image();
    BufferedImage other = ChartDrawing.of(few(639), ChartForm.PHONE_LIGHT).image();
    assertThat(Golden.difference(image, image)).isZero();
    assertThat(Golden.difference(image, other)).isGreaterThan(Golden.SHARE);
  }
}
