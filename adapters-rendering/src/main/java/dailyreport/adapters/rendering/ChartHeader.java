package dailyreport.adapters.rendering;

import dailyreport.domain.report.ClosingPrice;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** The two lines above the panes: who, what it costs, and of which day. */
final class ChartHeader {
  private static final double FIRST_LINE = 50;
  private static final double SECOND_LINE = 84;
  private static final float SYMBOL = 37;
  private static final float NAME = 22;
  private static final float PRICE = 42;
  private static final float CHANGE = 24;
  private static final float REACH = 19;

  private final Graphics2D g2;
  private final Ink ink;
  private final Theme theme;
  private final Report report;
  private final double leftEdge;
  private final double right;

  ChartHeader(Graphics2D g2, Ink ink, ChartShape shape, Report report) {
    this.g2 = g2;
    this.ink = ink;
    this.theme = shape.theme();
    this.report = report;
    this.leftEdge = shape.margin();
    this.right = (double) shape.width() - shape.margin();
  }

  void draw() {
    double priceLeft = price();
    double x = leftEdge;
    String symbol = report.key().ticker().symbol();
    x += text(symbol, Typeface.BOLD, SYMBOL, theme.text, x, FIRST_LINE) + 16;
    String name = DrawableText.clean(report.facts().company().name());
    float room = (float) (priceLeft - 24 - x);
    String fitted = new Lettering().fitted(name, Typeface.REGULAR, NAME, room);
    text(fitted, Typeface.REGULAR, NAME, theme.secondary, x, FIRST_LINE);
    secondLine();
  }

  /** Price and change at the right; returns where the price begins. */
  private double price() {
    ClosingPrice price = report.price();
    double x = right;
    x -=
        ink.right(
                price.currency(),
                Ink.Role.HEADER,
                Typeface.REGULAR,
                NAME,
                theme.secondary,
                x,
                FIRST_LINE)
            + 9;
    x -=
        ink.right(price.number(), Ink.Role.HEADER, Typeface.BOLD, PRICE, theme.text, x, FIRST_LINE);
    price
        .changeText()
        .ifPresent(change ->
            ink.right(
                change,
                Ink.Role.HEADER,
                Typeface.SEMI_BOLD,
                CHANGE,
                theme.of(price.direction()),
                right,
                SECOND_LINE));
    return x;
  }

  private void secondLine() {
    double x = leftEdge;
    if (report.method().example()) {
      double width = ink.width(ReportText.EXAMPLE, Typeface.SEMI_BOLD, REACH);
      g2.setColor(theme.warning);
      g2.fill(new RoundRectangle2D.Double(x, SECOND_LINE - 21, width + 20, 29, 8, 8));
      text(ReportText.EXAMPLE, Typeface.SEMI_BOLD, REACH, theme.background, x + 10, SECOND_LINE);
      x += width + 32;
    }
    String reach =
        "กราฟรายวัน %s วันทำการ · %s"
            .formatted(Figures.grouped(report.chart().bars().size(), 0), ChartFrame.reach(report));
    text(reach, Typeface.REGULAR, REACH, theme.secondary, x, SECOND_LINE);
  }

  private double text(
      String text, Typeface face, float size, Color colour, double x, double baseline) {
    return ink.left(text, Ink.Role.HEADER, face, size, colour, x, baseline);
  }
}
