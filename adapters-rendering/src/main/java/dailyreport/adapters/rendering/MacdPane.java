package dailyreport.adapters.rendering;

import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.XYPlot;

/** MACD, its signal and their difference. */
final class MacdPane {
  private static final int WEIGHT = 16;
  private static final int MOST_TICKS = 3;
  private static final double AIR = 0.08;

  private MacdPane() {}

  /** Empty where no session drawn has a value. */
  static Optional<Pane> of(Report report, Theme theme) {
    ChartData chart = report.chart();
    if (!Lines.any(chart.of(Indicator.MACD))) {
      return Optional.empty();
    }
    double low = Math.min(0, all(chart).min().orElse(0));
    double high = Math.max(0, all(chart).max().orElse(0));
    // A price that never moved has a MACD of zero throughout.
    double range = Math.max(high - low, report.price().close().doubleValue() * 1e-4);
    var axis = new FigureAxis(low - AIR * range, high + AIR * range, MacdPane::marks);
    XYPlot plot = Pane.plot(axis, theme);
    Lines.add(
        plot,
        Lines.slots(chart.bars().size()),
        new HistogramRenderer(chart.of(Indicator.MACD_HISTOGRAM), theme));
    Lines.add(plot, chart.of(Indicator.MACD_SIGNAL), theme.sma50, 1.6f);
    Lines.add(plot, chart.of(Indicator.MACD), theme.sma20, 1.6f);
    return Optional.of(new Pane(plot, axis, legend(chart, theme), WEIGHT));
  }

  private static DoubleStream all(ChartData chart) {
    return Stream.of(Indicator.MACD, Indicator.MACD_SIGNAL, Indicator.MACD_HISTOGRAM)
        .map(chart::of)
        .flatMapToDouble(Lines::present);
  }

  private static List<Pane.Entry> legend(ChartData chart, Theme theme) {
    var legend = new ArrayList<Pane.Entry>();
    legend.add(new Pane.Entry("MACD(12,26,9)", theme.text));
    named(legend, "MACD ", chart.of(Indicator.MACD).getLast(), theme.sma20);
    named(legend, "Signal ", chart.of(Indicator.MACD_SIGNAL).getLast(), theme.sma50);
    return legend;
  }

  private static void named(
      List<Pane.Entry> legend, String name, OptionalDouble newest, Color colour) {
    newest.ifPresent(value -> legend.add(new Pane.Entry(name + Figures.grouped(value, 4), colour)));
  }

  private static List<FigureAxis.Mark> marks(double low, double high, double height) {
    List<BigDecimal> ticks = Ticks.between(low, high, MOST_TICKS, BigDecimal.ZERO);
    int decimals = Ticks.decimals(ticks);
    return ticks.stream()
        .map(tick -> FigureAxis.Mark.of(tick, Figures.grouped(tick, decimals)))
        .toList();
  }
}
