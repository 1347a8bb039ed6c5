package dailyreport.adapters.rendering;

import dailyreport.domain.market.Company;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Reading;
import dailyreport.domain.report.ClosingPrice;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Price levels of the same session from high to low, the close among them. */
final class LevelTable implements Block {
  static final float WIDTH = 181;

  private final ClosingPrice price;
  private final Density density;
  private final Style cell;
  private final List<Level> levels;

  private record Level(String name, double value, boolean close) {}

  LevelTable(Report report, Density density) {
    this.density = density;
    this.cell = Style.CELL.at(density.cell());
    this.price = report.price();
    this.levels = levels(report);
  }

  @Override
  public float height() {
    return density.heading() + (levels.size() + 1) * density.row();
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    Block.heading(sheet, "ระดับราคา", x, top, density.heading());
    float y = top + density.heading();
    float line = Block.baseline(y, density.row(), Style.COLUMN.size());
    sheet.left("ระดับ", Style.COLUMN, x + 4, line);
    sheet.right(price.currency(), Style.COLUMN, x + WIDTH - 4, line);
    for (Level level : levels) {
      y += density.row();
      sheet.rule(Style.RULE, x, y, WIDTH);
      if (level.close()) {
        sheet.fill(Style.PALE, x, y + 0.5f, WIDTH, density.row() - 1);
      }
      Style style = level.close() ? cell.in(Typeface.BOLD) : cell;
      float baseline = Block.baseline(y, density.row(), cell.size());
      sheet.left(level.name(), level.close() ? style : style.in(Style.SECONDARY), x + 4, baseline);
      sheet.right(Figures.grouped(level.value(), price.decimals()), style, x + WIDTH - 4, baseline);
    }
  }

  private static List<Level> levels(Report report) {
    Company company = report.facts().company();
    var levels = new ArrayList<Level>();
    levels.add(new Level("ราคาปิด", report.price().close().doubleValue(), true));
    add(levels, "สูงสุด 52 สัปดาห์", company.high52Weeks());
    add(levels, "ต่ำสุด 52 สัปดาห์", company.low52Weeks());
    String analysts =
        company.analysts().isPresent()
            ? " (" + Figures.grouped(company.analysts().getAsInt(), 0) + " ราย)"
            : "";
    add(levels, "เป้าหมายนักวิเคราะห์" + analysts, company.targetPrice());
    add(levels, "กรอบบน BB(20,2)", reading(report, Indicator.BB_UPPER));
    add(levels, "กรอบล่าง BB(20,2)", reading(report, Indicator.BB_LOWER));
    add(levels, "SMA 20", reading(report, Indicator.SMA_20));
    add(levels, "SMA 50", reading(report, Indicator.SMA_50));
    add(levels, "SMA 200", reading(report, Indicator.SMA_200));
    add(levels, "VWAP 252 วันทำการ", reading(report, Indicator.VWAP_252));
    levels.sort(Comparator.comparingDouble(Level::value).reversed());
    return levels;
  }

  private static void add(List<Level> levels, String name, OptionalDouble value) {
    value.ifPresent(known -> levels.add(new Level(name, known, false)));
  }

  private static OptionalDouble reading(Report report, Indicator indicator) {
    return report.reading(indicator).stream().mapToDouble(Reading::value).findFirst();
  }
}
