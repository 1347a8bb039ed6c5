package dailyreport.domain.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Turns the rows of a price source into bars: keeps the good ones, drops fill-ins, counts bad ones.
 *
 * <p>A row is <b>bad</b> when a figure is missing, not finite or a price is not positive, the close
 * lies outside high..low, or its date is not later than the last bar kept. While the exchange is
 * open a source repeats the live day as a second last row; the later one replaces the earlier,
 * which is not bad. A row is a <b>fill-in</b> when nothing traded on a holiday: volume 0 and all
 * four prices equal to the last kept close. Rows are judged as quoted, before adjustment, with a
 * relative tolerance of 1e-9, because the source's floats differ in the last digit inside one bar.
 */
public final class BarScreen {
  private static final double TOLERANCE = 1e-9;

  private final List<Bar> bars = new ArrayList<>();
  private final List<LocalDate> bad = new ArrayList<>();
  private OptionalDouble lastKeptClose = OptionalDouble.empty();

  private BarScreen() {}

  /**
   * What is left after screening.
   *
   * @param bars good bars, ascending, adjusted
   * @param bad sessions of the rows dropped as bad, in the order of the rows
   */
  public record Screened(List<Bar> bars, List<LocalDate> bad) {
    public Screened {
      bars = List.copyOf(bars);
      bad = List.copyOf(bad);
    }
  }

  /**
   * Screens rows given oldest first.
   *
   * @param rows as the source lists them
   * @return good bars and the dates of bad rows
   */
  public static Screened screen(List<RawBar> rows) {
    var screen = new BarScreen();
    int live = rows.size() - 2;
    for (int i = 0; i < rows.size(); i++) {
      if (i != live || !replaced(rows.get(live), rows.getLast())) {
        screen.judge(rows.get(i));
      }
    }
    return new Screened(screen.bars, screen.bad);
  }

  private static boolean replaced(RawBar earlier, RawBar later) {
    return earlier.session().equals(later.session()) && !hasBadFigure(later);
  }

  private void judge(RawBar row) {
    boolean late = bars.isEmpty() || row.session().isAfter(bars.getLast().session());
    if (!late || hasBadFigure(row)) {
      bad.add(row.session());
    } else if (!isFillIn(row)) {
      lastKeptClose = row.close();
      bars.add(adjusted(row));
    }
  }

  private static boolean hasBadFigure(RawBar row) {
    if (!(price(row.open())
        && price(row.high())
        && price(row.low())
        && price(row.close())
        && price(row.adjustedClose()))) {
      return true;
    }
    if (row.volume().isEmpty()
        || !Double.isFinite(row.volume().getAsDouble())
        || row.volume().getAsDouble() < 0) {
      return true;
    }
    double close = row.close().getAsDouble();
    double high = row.high().getAsDouble();
    double low = row.low().getAsDouble();
    double slack = TOLERANCE * close;
    return high < low - slack || close > high + slack || close < low - slack;
  }

  private boolean isFillIn(RawBar row) {
    if (lastKeptClose.isEmpty() || row.volume().getAsDouble() != 0) {
      return false;
    }
    double before = lastKeptClose.getAsDouble();
    return same(row.open(), before)
        && same(row.high(), before)
        && same(row.low(), before)
        && same(row.close(), before);
  }

  private static Bar adjusted(RawBar row) {
    double close = row.close().getAsDouble();
    double factor = row.adjustedClose().getAsDouble() / close;
    return new Bar(
        row.session(),
        row.open().getAsDouble() * factor,
        row.high().getAsDouble() * factor,
        row.low().getAsDouble() * factor,
        row.adjustedClose().getAsDouble(),
        close,
        Math.round(row.volume().getAsDouble()));
  }

  private static boolean price(OptionalDouble figure) {
    return figure.isPresent() && Double.isFinite(figure.getAsDouble()) && figure.getAsDouble() > 0;
  }

  private static boolean same(OptionalDouble figure, double expected) {
    return Math.abs(figure.getAsDouble() - expected) <= TOLERANCE * expected;
  }
}
