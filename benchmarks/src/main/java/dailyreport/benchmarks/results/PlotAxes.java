package dailyreport.benchmarks.results;

import dailyreport.benchmarks.results.Plot.Axis;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** JFreeChart's axes for ours. */
final class PlotAxes {
  /** Beyond the powers at both ends, so that no mark is cut. */
  private static final double ROOM = 0.02;

  private static final RectangleInsets DISTANCE = new RectangleInsets(10, 12, 10, 12);

  private PlotAxes() {}

  /** An axis with room for all of the plot's lines. */
  static ValueAxis axis(
      Axis axis, Plot plot, ToDoubleFunction<Plot.Line> first, ToDoubleFunction<Plot.Line> last) {
    double low = plot.lines().stream().mapToDouble(first).min().orElseThrow();
    double high = plot.lines().stream().mapToDouble(last).max().orElseThrow();
    ValueAxis drawn =
        switch (axis) {
          case Axis.Linear linear -> {
            var numbers = new NumberAxis(linear.title());
            numbers.setRange(0, high * 1.05);
            // Labels that keep their distance are fewer.
            numbers.setTickLabelInsets(DISTANCE);
            numbers.setNumberFormatOverride(plain());
            yield numbers;
          }
          case Axis.Powers powers -> {
            var log = new LogAxis(powers.title());
            log.setBase(powers.base());
            // Whole powers at both ends: in less than one of them JFreeChart labels nothing.
            double from = Math.floor(power(low, powers.base()) + 1e-9);
            double to = Math.max(from + 1, Math.ceil(power(high, powers.base()) - 1e-9));
            double room = ROOM * (to - from);
            log.setRange(Math.pow(powers.base(), from - room), Math.pow(powers.base(), to + room));
            // One label for each power; by itself it chooses fractions of them.
            log.setTickUnit(new NumberTickUnit(1));
            log.setNumberFormatOverride(plain());
            yield log;
          }
          case Axis.Named named -> {
            var names = new SymbolAxis(named.title(), named.names().toArray(String[]::new));
            names.setGridBandsVisible(false);
            yield names;
          }
        };
    drawn.setLabelFont(PlotDrawing.font(Font.PLAIN, 19));
    drawn.setTickLabelFont(PlotDrawing.font(Font.PLAIN, 17));
    return drawn;
  }

  private static double power(double of, double base) {
    return Math.log(of) / Math.log(base);
  }

  private static DecimalFormat plain() {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
