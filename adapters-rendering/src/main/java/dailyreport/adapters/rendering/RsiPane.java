package dailyreport.adapters.rendering;

import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/** RSI with its band from 30 to 70. */
final class RsiPane {
  private static final int WEIGHT = 15;
  private static final int LOW = 30;
  private static final int MIDDLE = 50;
  private static final int HIGH = 70;

  /** Figures closer than this would touch. */
  private static final double LEAST_SPACING = 20;

  private RsiPane() {}

  /** Empty where no session drawn has a value. */
  static Optional<Pane> of(Report report, Theme theme) {
    List<OptionalDouble> values = report.chart().of(Indicator.RSI_14);
    if (!Lines.any(values)) {
      return Optional.empty();
    }
    double low = Math.min(LOW - 8, Lines.present(values).min().orElse(LOW) - 4);
    double high = Math.max(HIGH + 8, Lines.present(values).max().orElse(HIGH) + 4);
    var span = new Span(low, high).withFigureAt(LOW).withFigureAt(HIGH);
    var axis = new FigureAxis(span, RsiPane::marks);
    XYPlot plot = Pane.plot(axis, theme);
    var band = new IntervalMarker(LOW, HIGH, Theme.veil(theme.rsi, 0.08));
    plot.addRangeMarker(band, Layer.BACKGROUND);
    Lines.add(plot, values, theme.rsi, 1.8f);
    return Optional.of(new Pane(plot, axis, legend(values.getLast(), theme), WEIGHT));
  }

  private static List<Pane.Entry> legend(OptionalDouble newest, Theme theme) {
    var legend = new ArrayList<Pane.Entry>();
    legend.add(new Pane.Entry("RSI(14)", theme.text));
    newest.ifPresent(value -> legend.add(new Pane.Entry(Figures.grouped(value, 2), theme.rsi)));
    return legend;
  }

  private static List<FigureAxis.Mark> marks(double low, double high, double height) {
    boolean roomy = height * (MIDDLE - LOW) / (high - low) >= LEAST_SPACING;
    return List.of(
        new FigureAxis.Mark(LOW, "30"),
        new FigureAxis.Mark(MIDDLE, roomy ? "50" : ""),
        new FigureAxis.Mark(HIGH, "70"));
  }
}
