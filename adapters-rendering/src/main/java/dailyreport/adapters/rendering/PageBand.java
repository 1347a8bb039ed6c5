package dailyreport.adapters.rendering;

import dailyreport.domain.report.ClosingPrice;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.awt.Color;

/** Head and foot of every page. */
final class PageBand {
  /** 32 mm. */
  static final float HEIGHT = 91;

  /** Where the foot begins. */
  static final float FOOT = 800;

  private static final Color PALE = new Color(0xC9D6E8);
  private static final Color UP = new Color(0x6EE7B7);
  private static final Color DOWN = new Color(0xFDA4AF);
  private static final Color AMBER = new Color(0xFEC84B);
  private static final Style SYMBOL = new Style(Typeface.BOLD, 23, Color.WHITE);
  private static final Style NAME = new Style(Typeface.SEMI_BOLD, 14, Color.WHITE);
  private static final Style LINE = new Style(Typeface.REGULAR, 10, PALE);
  private static final Style CHANGE = new Style(Typeface.SEMI_BOLD, 12.5f, PALE);

  private final Report report;

  PageBand(Report report) {
    this.report = report;
  }

  void draw(Sheet sheet, int page, int pages) {
    sheet.fill(Style.NAVY, 0, 0, Sheet.WIDTH, HEIGHT);
    sheet.fill(Style.ACCENT, 0, HEIGHT, Sheet.WIDTH, 3);
    float priceWidth = price(sheet);
    float x = Sheet.MARGIN;
    float room = Sheet.INNER - priceWidth - 18;
    float symbol = sheet.left(report.key().ticker().symbol(), SYMBOL, x, 37);
    String name = DrawableText.clean(report.facts().company().name());
    sheet.left(sheet.fitted(name, NAME, room - symbol - 10), NAME, x + symbol + 10, 37);
    sheet.left(sheet.fitted(identity(), LINE, room), LINE, x, 56.5f);
    Style reach = report.method().example() ? LINE.in(Typeface.SEMI_BOLD).in(AMBER) : LINE;
    String data = DrawableText.clean(ReportText.dataLine(report, false));
    sheet.left(sheet.fitted(data, reach, Sheet.INNER), reach, x, 74);
    foot(sheet, page, pages);
  }

  private float price(Sheet sheet) {
    ClosingPrice price = report.price();
    float right = Sheet.WIDTH - Sheet.MARGIN;
    float currency = sheet.right(price.currency(), NAME.in(PALE).in(Typeface.REGULAR), right, 37);
    float number = sheet.right(price.number(), SYMBOL, right - currency - 6, 37);
    Color colour = price.direction() > 0 ? UP : price.direction() < 0 ? DOWN : PALE;
    float change =
        price.changeText().map(text -> sheet.right(text, CHANGE.in(colour), right, 57)).orElse(0f);
    return Math.max(currency + 6 + number, change);
  }

  private String identity() {
    var underlying = report.facts().underlying();
    String sector = report.facts().company().sector().map(DrawableText::clean).orElse("");
    return underlying.symbol()
        + " · "
        + underlying.exchange()
        + (sector.isEmpty() ? "" : " · " + sector)
        + " · รายงานรายวัน "
        + Figures.date(report.key().session());
  }

  private void foot(Sheet sheet, int page, int pages) {
    sheet.rule(Style.RULE, Sheet.MARGIN, FOOT, Sheet.INNER);
    String note = DrawableText.clean(ReportText.shortDisclaimer(report));
    sheet.left(note, Style.SMALL, Sheet.MARGIN, FOOT + 14);
    sheet.right("หน้า " + page + " / " + pages, Style.SMALL, Sheet.WIDTH - Sheet.MARGIN, FOOT + 14);
  }
}
