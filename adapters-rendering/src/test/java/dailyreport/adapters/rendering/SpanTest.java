package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.ChartForm;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  private static final List<Double> HEIGHTS = new ArrayList<>();

  @BeforeAll
  static void heightsOfAllSmallPanes() {
    HeadlessFonts.install();
    for (ChartForm form : ChartForm.values()) {
      for (int bars : List.of(20, 30, 320)) {
        var report = Sample.report(Sample.DBS, Sample.walk(bars, 40, 0.01, 3));
        ChartDrawing.of(report, form).panes().stream()
            .skip(1)
            .map(Rectangle2D::getHeight)
            .forEach(HEIGHTS::add);
      }
    }
    assertThat(HEIGHTS)
        .hasSizeGreaterThan(15)
        .allMatch(height -> height * Span.ROOM >= FigureAxis.EDGE);
  }

  @Test
  void figuresOfAnyMacdKeepNinePixelsFromFootAndHead() {
    for (long seed = 0; seed < 3000; seed++) {
      var random = new Random(seed);
      double size = Math.pow(10, random.nextInt(11) - 4);
      double one = size * (random.nextDouble() - random.nextInt(2));
      double other = random.nextInt(5) == 0 ? one * 0.98 : size * (random.nextDouble() - 0.5);
      FigureAxis axis = MacdPane.axis(Math.min(one, other), Math.max(one, other), size * 1e-4);
      double height = HEIGHTS.get(random.nextInt(HEIGHTS.size()));
      var pane = new Rectangle2D.Double(0, 0, 900, height);
      List<FigureAxis.Mark> marks = axis.marks(height);
      assertThat(marks)
          .as("seed %s, %s to %s", seed, one, other)
          .hasSizeBetween(2, 3)
          .allMatch(mark -> axis.y(mark.value(), pane) >= FigureAxis.EDGE - 1e-6)
          .allMatch(mark -> axis.y(mark.value(), pane) <= height - FigureAxis.EDGE + 1e-6)
          .anyMatch(mark -> mark.value() == 0)
          .extracting(FigureAxis.Mark::label)
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // A MACD far above zero: the foot goes down until zero has its room.
    "-1, 99, 0, -14.79, 99",
    "-99, 1, 0, -99, 14.79",
    "-40, 60, 0, -40, 60",
    "22, 103, 30, 19.09, 103"
  })
  void aSpanIsWidenedOnlyAsFarAsTheFigureNeeds(
      double low, double high, double value, double lower, double upper) {
    Span wide = new Span(low, high).withFigureAt(value);
    assertThat(wide.low()).isCloseTo(lower, org.assertj.core.data.Offset.offset(0.01));
    assertThat(wide.high()).isCloseTo(upper, org.assertj.core.data.Offset.offset(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "2.3, 2, 4",
    "0.004, 3, 4",
    "196699.2, 0, 0",
    "274.5, 0, 1",
    "12.34, 0, 2",
    "1000, 0, 0",
    "999.9, 0, 1"
  })
  void theMacdHasNoMoreDecimalsThanItsPricesBear(double largest, int priceAxis, int decimals) {
    assertThat(MacdPane.decimals(largest, priceAxis)).isEqualTo(decimals);
  }
}
