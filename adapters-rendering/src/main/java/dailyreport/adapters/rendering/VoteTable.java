package dailyreport.adapters.rendering;

import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Guard;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Vote;
import java.math.BigDecimal;

/** How the rules voted: one row a rule, the sum below. */
final class VoteTable implements Block {
  static final float WIDTH = 292;
  private static final float REASON = 98;

  private final StanceRules.Result result;
  private final Density density;
  private final Style cell;

  VoteTable(Report report, Density density) {
    this.result = report.facts().stance();
    this.density = density;
    this.cell = Style.CELL.at(density.cell());
  }

  @Override
  public float height() {
    int rows = result.votes().size() + 2 + (result.guard().isPresent() ? 1 : 0);
    return density.heading() + rows * density.row();
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    Block.heading(sheet, "คะแนนตามกฎทางเทคนิค", x, top, density.heading());
    float y = top + density.heading();
    float line = Block.baseline(y, density.row(), Style.COLUMN.size());
    sheet.left("เกณฑ์", Style.COLUMN, x, line);
    sheet.left("สิ่งที่เห็น", Style.COLUMN, x + REASON, line);
    sheet.right("คะแนน", Style.COLUMN, x + WIDTH, line);
    for (Vote vote : result.votes()) {
      y += density.row();
      sheet.rule(Style.RULE, x, y, WIDTH);
      row(sheet, vote, x, Block.baseline(y, density.row(), cell.size()));
    }
    y += density.row();
    sheet.rule(Style.SECONDARY, x, y, WIDTH);
    sum(sheet, x, Block.baseline(y, density.row(), cell.size()));
    if (result.guard().isPresent()) {
      guard(
          sheet,
          result.guard().get(),
          x,
          Block.baseline(y + density.row(), density.row(), cell.size()));
    }
  }

  private void row(Sheet sheet, Vote vote, float x, float baseline) {
    sheet.left(name(vote.rule()), cell.in(Style.SECONDARY), x, baseline);
    float room = WIDTH - REASON - 30;
    String reason = sheet.fitted(DrawableText.clean(vote.reason()), cell, room);
    sheet.left(reason, cell, x + REASON, baseline);
    Style points = cell.in(Typeface.SEMI_BOLD).in(Style.of(vote.points()));
    sheet.right(signed(vote.points()), points, x + WIDTH, baseline);
  }

  private void sum(Sheet sheet, float x, float baseline) {
    Style strong = cell.in(Typeface.BOLD);
    sheet.left("รวม", strong, x, baseline);
    String stance = result.stance().thai() + " (" + result.stance() + ")";
    sheet.left(stance, strong.in(Tiles.colour(result.stance())), x + REASON, baseline);
    sheet.right(signed(result.score()), strong, x + WIDTH, baseline);
  }

  private void guard(Sheet sheet, Guard guard, float x, float baseline) {
    String text = "ปรับเป็น" + Stance.HOLD.thai() + ": " + guard.thai();
    sheet.left(sheet.fitted(text, cell, WIDTH), cell.in(Style.AMBER), x, baseline);
  }

  private static String signed(int points) {
    return Figures.signed(BigDecimal.valueOf(points), 0);
  }

  private static String name(Vote.Rule rule) {
    return switch (rule) {
      case CLOSE_SMA_20 -> "ราคากับ SMA 20";
      case SMA_20_SMA_50 -> "SMA 20 กับ SMA 50";
      case CLOSE_SMA_200 -> "ราคากับ SMA 200";
      case MACD_SIGNAL -> "MACD กับ Signal";
      case MACD_ZERO -> "MACD กับศูนย์";
      case RSI -> "RSI (14)";
      case VWAP_GAP -> "ราคากับ VWAP";
      case VOLUME -> "ปริมาณซื้อขาย";
    };
  }
}
