package dailyreport.adapters.rendering;

import dailyreport.domain.market.Company;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import java.awt.Color;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** Five key figures; an absent one shows a dash and says why, and its tile stays. */
final class Tiles implements Block {
  private static final String ABSENT = "–";

  /** Below a dash, where the unit of the figure would stand. */
  private static final String NO_DATA = "ไม่มีข้อมูล";

  private static final float GAP = 7;
  private static final float PADDING = 9;
  private static final Style CAPTION = Style.SMALL;
  private static final Style VALUE = new Style(Typeface.BOLD, 14.5f, Style.TEXT);

  /** The market cap and the range are long, so their tiles are wider. */
  private static final List<Float> SHARES = List.of(0.19f, 0.19f, 0.15f, 0.22f, 0.25f);

  private final Report report;
  private final Company company;
  private final String currency;

  Tiles(Report report) {
    this.report = report;
    this.company = report.facts().company();
    this.currency = report.facts().underlying().currency();
  }

  @Override
  public float height() {
    return 60;
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    float room = Sheet.INNER - (SHARES.size() - 1) * GAP;
    float left = x;
    for (int i = 0; i < SHARES.size(); i++) {
      float width = SHARES.get(i) * room;
      sheet.fillRound(Style.PALE, left, top, width, height(), 4);
      tile(sheet, i, left + PADDING, top, width - 2 * PADDING);
      left += width + GAP;
    }
  }

  private void tile(Sheet sheet, int index, float x, float top, float width) {
    switch (index) {
      case 0 -> stance(sheet, x, top, width);
      case 1 -> {
        String earnings = figure(company.earningsPerShare(), 2);
        String ratio = figure(company.priceEarnings(), 2);
        boolean none = ratio.equals(ABSENT) && earnings.equals(ABSENT);
        String both = none ? ABSENT : ratio + " · " + earnings;
        String below = earnings.equals(ABSENT) ? "EPS " + NO_DATA : "EPS เป็น " + currency;
        write(sheet, "P/E · EPS", both, below, x, top, width);
      }
      case 2 -> {
        String yield = figure(company.dividendYieldPct(), 2);
        String value = yield.equals(ABSENT) ? ABSENT : yield + "%";
        write(sheet, "เงินปันผล", value, "ต่อปี", x, top, width);
      }
      case 3 -> write(sheet, "มูลค่าตลาด", marketCap(), currency, x, top, width);
      default -> range(sheet, x, top, width);
    }
  }

  private void stance(Sheet sheet, float x, float top, float width) {
    StanceRules.Result result = report.facts().stance();
    Color colour = colour(result.stance());
    String score = "คะแนน " + Figures.signed(BigDecimal.valueOf(result.score()), 0);
    sheet.fillRound(colour, x - PADDING, top, 3, height(), 1.5f);
    String word = result.stance().thai() + " (" + result.stance() + ")";
    caption(sheet, "ผลตามกฎทางเทคนิค", x, top);
    value(sheet, word, VALUE.in(colour), x, top, width);
    caption(sheet, score, x, top + 35);
  }

  private void range(Sheet sheet, float x, float top, float width) {
    OptionalDouble low = company.low52Weeks();
    OptionalDouble high = company.high52Weeks();
    int decimals = report.price().decimals();
    caption(sheet, "ช่วง 52 สัปดาห์ (" + currency + ")", x, top);
    if (low.isEmpty() || high.isEmpty()) {
      value(sheet, ABSENT, VALUE, x, top, width);
      caption(sheet, NO_DATA, x, top + 35);
      return;
    }
    String text = figure(low, decimals) + " – " + figure(high, decimals);
    value(sheet, text, VALUE, x, top, width);
    sheet.fillRound(Style.RULE, x, top + 47, width, 4, 2);
    if (high.getAsDouble() > low.getAsDouble()) {
      double close = report.price().close().doubleValue();
      double share = (close - low.getAsDouble()) / (high.getAsDouble() - low.getAsDouble());
      float at = (float) Math.clamp(share, 0, 1) * (width - 8);
      sheet.fillRound(Style.ACCENT, x + at, top + 45, 8, 8, 4);
    }
  }

  private static void write(
      Sheet sheet, String caption, String value, String below, float x, float top, float width) {
    caption(sheet, caption, x, top);
    value(sheet, value, VALUE, x, top, width);
    caption(sheet, value.equals(ABSENT) ? NO_DATA : below, x, top + 35);
  }

  private static void caption(Sheet sheet, String text, float x, float top) {
    sheet.left(text, CAPTION, x, top + 16);
  }

  /** A value too long for its tile is set smaller, not cut. */
  private static void value(
      Sheet sheet, String text, Style style, float x, float top, float width) {
    float natural = sheet.width(text, style);
    Style fitting = natural > width ? style.at(style.size() * width / natural) : style;
    sheet.left(text, fitting, x, top + 36);
  }

  private String marketCap() {
    return company.marketCap().isPresent()
        ? Figures.large(BigDecimal.valueOf(company.marketCap().getAsDouble()))
        : ABSENT;
  }

  private static String figure(OptionalDouble value, int decimals) {
    return value.isPresent() ? Figures.grouped(value.getAsDouble(), decimals) : ABSENT;
  }

  static Color colour(Stance stance) {
    return switch (stance) {
      case BUY -> Style.UP;
      case HOLD -> Style.AMBER;
      case SELL -> Style.DOWN;
    };
  }
}
