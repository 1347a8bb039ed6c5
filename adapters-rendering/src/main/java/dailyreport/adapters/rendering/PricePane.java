package dailyreport.adapters.rendering;

import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.ClosingPrice;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYDifferenceRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Candles, moving averages and the Bollinger band. */
final class PricePane {
  /** Room above and below the prices, as a share of their range. */
  private static final double AIR = 0.045;

  /** A flat price still gets a range, as a share of itself. */
  private static final double LEAST_RANGE = 0.004;

  /** SMA 200 may widen the range of what is drawn to this, else it leaves the picture. */
  private static final double WIDEST = 1.6;

  /** Half the height of the last-price tag. */
  static final double TAG_HALF = 14;

  /** A tick's figure stands at least this far from the tag. */
  static final double TAG_DISTANCE = 12;

  private static final double TICK_SPACING = 40;

  /** The low pane of the page has as many, more tightly: the tag hides one or two of them. */
  private static final int LEAST_TICKS = 6;

  private final ChartData chart;
  private final ClosingPrice price;
  private final Theme theme;
  private final int weight;

  private PricePane(Report report, ChartShape shape) {
    this.chart = report.chart();
    this.price = report.price();
    this.theme = shape.theme();
    this.weight = shape.priceWeight();
  }

  static Pane of(Report report, ChartShape shape) {
    return new PricePane(report, shape).pane();
  }

  private Pane pane() {
    double low = lowest();
    double high = highest();
    double[] wide = {
      Math.min(low, Lines.present(chart.of(Indicator.SMA_200)).min().orElse(low)),
      Math.max(high, Lines.present(chart.of(Indicator.SMA_200)).max().orElse(high))
    };
    if (wide[1] - wide[0] <= WIDEST * (high - low)) {
      low = wide[0];
      high = wide[1];
    }
    double least = LEAST_RANGE * high;
    double missing = Math.max(0, least - (high - low)) / 2;
    double air = AIR * Math.max(least, high - low);
    var axis = new FigureAxis(new Span(low - missing - air, high + missing + air), this::marks);
    XYPlot plot = Pane.plot(axis, theme);
    if (Lines.any(chart.of(Indicator.BB_UPPER)) && Lines.any(chart.of(Indicator.BB_LOWER))) {
      addBand(plot);
    }
    Lines.add(plot, Lines.slots(chart.bars().size()), new CandleRenderer(chart.bars(), theme));
    Lines.add(plot, chart.of(Indicator.SMA_200), theme.sma200, 2.2f);
    Lines.add(plot, chart.of(Indicator.SMA_50), theme.sma50, 1.8f);
    Lines.add(plot, chart.of(Indicator.SMA_20), theme.sma20, 1.8f);
    return new Pane(plot, axis, legend(), weight);
  }

  private void addBand(XYPlot plot) {
    var nothing = new Color(0, 0, 0, 0);
    var fill = Theme.veil(theme.band, 0.08);
    var renderer = new XYDifferenceRenderer(fill, fill, false);
    renderer.setSeriesPaint(0, nothing);
    renderer.setSeriesPaint(1, nothing);
    var data = new XYSeriesCollection();
    data.addSeries(known(Indicator.BB_UPPER));
    data.addSeries(known(Indicator.BB_LOWER));
    Lines.add(plot, data, renderer);
    Lines.add(plot, chart.of(Indicator.BB_UPPER), theme.bandEdge, 1);
    Lines.add(plot, chart.of(Indicator.BB_LOWER), theme.bandEdge, 1);
  }

  /** The difference renderer takes no gaps; both edges have the same first session. */
  private XYSeries known(Indicator indicator) {
    var series = new XYSeries(indicator, true, false);
    List<OptionalDouble> values = chart.of(indicator);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        series.add(i, values.get(i).getAsDouble());
      }
    }
    return series;
  }

  private List<Pane.Entry> legend() {
    var legend = new ArrayList<Pane.Entry>();
    average(legend, "SMA20 ", Indicator.SMA_20, theme.sma20);
    average(legend, "SMA50 ", Indicator.SMA_50, theme.sma50);
    average(legend, "SMA200 ", Indicator.SMA_200, theme.sma200);
    OptionalDouble upper = chart.of(Indicator.BB_UPPER).getLast();
    OptionalDouble lower = chart.of(Indicator.BB_LOWER).getLast();
    if (upper.isPresent() && lower.isPresent()) {
      legend.add(
          new Pane.Entry(
              "BB(20,2) " + figure(lower.getAsDouble()) + " – " + figure(upper.getAsDouble()),
              theme.secondary));
    }
    return legend;
  }

  private void average(List<Pane.Entry> legend, String name, Indicator indicator, Color colour) {
    OptionalDouble newest = chart.of(indicator).getLast();
    if (newest.isPresent()) {
      legend.add(new Pane.Entry(name + figure(newest.getAsDouble()), colour));
    }
  }

  private String figure(double value) {
    return Figures.grouped(value, price.decimals());
  }

  private List<FigureAxis.Mark> marks(double low, double high, double height) {
    int decimals = axisDecimals(price);
    int most = Math.max(LEAST_TICKS, (int) (height / TICK_SPACING));
    double tag = chart.bars().getLast().close();
    return Ticks.between(low, high, most, BigDecimal.ONE.movePointLeft(decimals)).stream()
        .map(tick -> {
          double distance = Math.abs(tick.doubleValue() - tag) / (high - low) * height;
          boolean clear = distance >= TAG_HALF + TAG_DISTANCE;
          return FigureAxis.Mark.of(tick, clear ? Figures.grouped(tick, decimals) : "");
        })
        .toList();
  }

  /** 1000 and more without decimals; yen without; else those of the close. */
  static int axisDecimals(ClosingPrice price) {
    boolean whole =
        price.currency().equals("JPY") || price.close().compareTo(BigDecimal.valueOf(1000)) >= 0;
    return whole ? 0 : price.decimals();
  }

  private double lowest() {
    return Math.min(edge(Bar::low).min().orElseThrow(), shown().min().orElse(Double.MAX_VALUE));
  }

  private double highest() {
    return Math.max(edge(Bar::high).max().orElseThrow(), shown().max().orElse(0));
  }

  private java.util.stream.DoubleStream edge(ToDoubleFunction<Bar> side) {
    return chart.bars().stream().mapToDouble(side);
  }

  private java.util.stream.DoubleStream shown() {
    return List.of(Indicator.SMA_20, Indicator.SMA_50, Indicator.BB_UPPER, Indicator.BB_LOWER)
        .stream()
        .map(chart::of)
        .flatMapToDouble(Lines::present);
  }
}
