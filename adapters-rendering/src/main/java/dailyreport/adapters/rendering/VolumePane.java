package dailyreport.adapters.rendering;

import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;

/** Volume with its mean of 20 sessions. */
final class VolumePane {
  private static final int WEIGHT = 13;
  private static final int MOST_TICKS = 3;
  private static final double AIR = 1.06;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private VolumePane() {}

  /** Empty where nothing was traded at all. */
  static Optional<Pane> of(Report report, Theme theme) {
    ChartData chart = report.chart();
    long highest = chart.bars().stream().mapToLong(Bar::volume).max().orElse(0);
    if (highest == 0) {
      return Optional.empty();
    }
    List<OptionalDouble> mean = mean(chart);
    double top = Math.max((double) highest, Lines.present(mean).max().orElse(0)) * AIR;
    var axis = new FigureAxis(new Span(0, top), VolumePane::marks);
    XYPlot plot = Pane.plot(axis, theme);
    Lines.add(plot, Lines.slots(chart.bars().size()), new VolumeRenderer(chart.bars(), theme));
    Lines.add(plot, mean, theme.secondary, 1.4f);
    return Optional.of(new Pane(plot, axis, legend(chart, theme), WEIGHT));
  }

  /** The ratio is volume over its mean, so the mean needs no second computation. */
  private static List<OptionalDouble> mean(ChartData chart) {
    List<OptionalDouble> ratios = chart.of(Indicator.VOLUME_RATIO);
    return IntStream.range(0, ratios.size())
        .mapToObj(i -> {
          double ratio = ratios.get(i).orElse(0);
          return ratio > 0
              ? OptionalDouble.of(chart.bars().get(i).volume() / ratio)
              : OptionalDouble.empty();
        })
        .toList();
  }

  private static List<Pane.Entry> legend(ChartData chart, Theme theme) {
    var legend = new ArrayList<Pane.Entry>();
    BigDecimal volume = BigDecimal.valueOf(chart.bars().getLast().volume());
    legend.add(new Pane.Entry("Volume " + compact(volume, 2), theme.text));
    OptionalDouble ratio = chart.of(Indicator.VOLUME_RATIO).getLast();
    if (ratio.isPresent()) {
      legend.add(
          new Pane.Entry(
              Figures.grouped(ratio.getAsDouble(), 2) + " เท่าของค่าเฉลี่ย 20 วัน",
              theme.secondary));
    }
    return legend;
  }

  private static List<FigureAxis.Mark> marks(double low, double high, double height) {
    return Ticks.between(low, high, MOST_TICKS, BigDecimal.ONE).stream()
        .map(tick -> FigureAxis.Mark.of(tick, compact(tick, 1)))
        .toList();
  }

  /** {@code 950}, {@code 2.5K}, {@code 20M}, {@code 1.2B}; at most that many decimals. */
  static String compact(BigDecimal amount, int decimals) {
    String unit = "";
    BigDecimal value = amount;
    for (String next : List.of("K", "M", "B")) {
      if (value.compareTo(THOUSAND) >= 0) {
        value = value.movePointLeft(3);
        unit = next;
      }
    }
    BigDecimal rounded = value.setScale(decimals, java.math.RoundingMode.HALF_UP);
    int needed = Math.max(0, rounded.stripTrailingZeros().scale());
    return Figures.grouped(rounded, needed) + unit;
  }
}
