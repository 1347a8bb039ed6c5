package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlotDrawingTest {
  private static final int BLUE = 0xFF0072B2;
  private static final int WARNING = 0xFFB00020;

  @TestFactory
  Stream<DynamicTest> everyPlotShowsItsLinesOnAWhiteGround() {
    return Plots.of(new Results(Rows.calm(), Rows.all())).stream()
        .map(plot ->
            DynamicTest.dynamicTest(
                plot.file(),
                () -> {
                  BufferedImage image = image(plot, Rows.calm());
                  assertThat(image.getWidth()).isEqualTo(1200);
                  assertThat(image.getHeight()).isEqualTo(700);
                  assertThat(image.getRGB(2, 2)).isEqualTo(0xFFFFFFFF);
                  assertThat(pixels(image, BLUE)).isGreaterThan(500);
                  assertThat(pixels(image, WARNING)).isZero();
                }));
  }

  @Test
  void everyLineOfAPlotIsSeen() throws IOException {
    var one = List.of(Rows.timed("TieredGet.local", Map.of(), 70));
    var two = List.of(one.getFirst(), Rows.timed("TieredGet.shared", Map.of(), 900));
    int vermilion = 0xFFD55E00;
    assertThat(pixels(image(plot(one), Rows.calm()), vermilion)).isZero();
    assertThat(pixels(image(plot(two), Rows.calm()), vermilion)).isGreaterThan(500);
  }

  @Test
  void aPlotOfInvalidFiguresSaysSo() throws IOException {
    BufferedImage image = image(plot(Rows.all()), Rows.conditions(Rows.CALM, true));
    assertThat(pixels(image, WARNING)).isGreaterThan(300);
  }

  private static Plot plot(List<Row> rows) {
    return Plots.of(new Results(Rows.calm(), rows)).getFirst();
  }

  private static BufferedImage image(Plot plot, Conditions conditions) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(PlotDrawing.png(plot, conditions)));
  }

  private static long pixels(BufferedImage image, int colour) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Stream.of(all).flatMapToInt(java.util.Arrays::stream).filter(p -> p == colour).count();
  }
}
