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

  /** A price that never moved has a MACD of zero; its range then, as a share of the price. */
  private static final double LEAST_RANGE = 1e-4;

  /** As many as the text prints: report.md, section 13. */
  private static final int DECIMALS = 4;

  private MacdPane() {}

  /** Empty where no session drawn has a value. */
  static Optional<Pane> of(Report report, Theme theme) {
    ChartData chart = report.chart();
    if (!Lines.any(chart.of(Indicator.MACD))) {
      return Optional.empty();
    }
    double low = all(chart).min().orElse(0);
    double high = all(chart).max().orElse(0);
    FigureAxis axis = axis(low, high, report.price().close().doubleValue() * LEAST_RANGE);
    XYPlot plot = Pane.plot(axis, theme);
    Lines.add(
        plot,
        Lines.slots(chart.bars().size()),
        new HistogramRenderer(chart.of(Indicator.MACD_HISTOGRAM), theme));
    Lines.add(plot, chart.of(Indicator.MACD_SIGNAL), theme.sma50, 1.6f);
    Lines.add(plot, chart.of(Indicator.MACD), theme.sma20, 1.6f);
    return Optional.of(new Pane(plot, axis, legend(report, theme), WEIGHT));
  }

  /** Figures of a MACD between these values; zero is always among them. */
  static FigureAxis axis(double low, double high, double leastRange) {
    double from = Math.min(0, low);
    double to = Math.max(0, high);
    double air = AIR * Math.max(to - from, leastRange);
    return new FigureAxis(new Span(from - air, to + air).withFigureAt(0), MacdPane::marks);
  }

  private static DoubleStream all(ChartData chart) {
    return Stream.of(Indicator.MACD, Indicator.MACD_SIGNAL, Indicator.MACD_HISTOGRAM)
        .map(chart::of)
        .flatMapToDouble(Lines::present);
  }

  private static List<Pane.Entry> legend(Report report, Theme theme) {
    ChartData chart = report.chart();
    double largest = all(chart).map(Math::abs).max().orElse(0);
    int decimals = decimals(largest, PricePane.axisDecimals(report.price()));
    var legend = new ArrayList<Pane.Entry>();
    legend.add(new Pane.Entry("MACD(12,26,9)", theme.text));
    named(legend, "MACD ", chart.of(Indicator.MACD).getLast(), decimals, theme.sma20);
    named(legend, "Signal ", chart.of(Indicator.MACD_SIGNAL).getLast(), decimals, theme.sma50);
    return legend;
  }

  /**
   * Decimals of the figures in the legend. Beside a price axis without decimals (dong, yen, a
   * thousand and more) four of them would feign an exactness that the price itself does not have:
   * there it is about four digits in all.
   */
  static int decimals(double largest, int priceAxis) {
    if (priceAxis > 0) {
      return DECIMALS;
    }
    return largest >= 1000 ? 0 : largest >= 100 ? 1 : 2;
  }

  private static void named(
      List<Pane.Entry> legend, String name, OptionalDouble newest, int decimals, Color colour) {
    newest.ifPresent(
        value -> legend.add(new Pane.Entry(name + Figures.grouped(value, decimals), colour)));
  }

  private static List<FigureAxis.Mark> marks(double low, double high, double height) {
    List<BigDecimal> ticks = Ticks.between(low, high, MOST_TICKS, BigDecimal.ZERO);
    int decimals = Ticks.decimals(ticks);
    return ticks.stream()
        .map(tick -> FigureAxis.Mark.of(tick, Figures.grouped(tick, decimals)))
        .toList();
  }
}
