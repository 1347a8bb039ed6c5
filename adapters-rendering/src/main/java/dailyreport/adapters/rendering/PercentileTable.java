package dailyreport.adapters.rendering;

import dailyreport.domain.report.Figures;
import dailyreport.domain.report.PercentileLine;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/** The five percentiles as bars, with the session and how many values stand behind each. */
final class PercentileTable implements Block {
  private static final float VALUE = 208;
  private static final float BAR = 222;
  private static final float BAR_WIDTH = 128;
  private static final float PERCENT = 392;
  private static final float BAND = 401;
  private static final float THICKNESS = 7;
  private static final double UNUSUAL_LOW = 10;
  private static final double UNUSUAL_HIGH = 90;
  private static final Style NUMBER = Style.CELL.in(Typeface.SEMI_BOLD);

  private final Report report;
  private final Density density;
  private final List<PercentileLine> lines;
  private final Optional<Integer> commonN;

  PercentileTable(Report report, Density density) {
    this.report = report;
    this.density = density;
    this.lines = PercentileLine.of(report);
    var counts =
        lines.stream().flatMap(line -> line.percentile().stream()).map(p -> p.n()).distinct();
    var distinct = counts.toList();
    this.commonN = distinct.size() == 1 ? Optional.of(distinct.getFirst()) : Optional.empty();
  }

  @Override
  public float height() {
    return density.heading() + lines.size() * row();
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    Block.heading(sheet, ReportText.PERCENTILES, x, top, density.heading());
    String scope =
        "ณ "
            + Figures.date(report.chart().bars().getLast().session())
            + commonN.map(n -> " · จาก " + Figures.grouped(n, 0) + " วันทำการ").orElse("");
    sheet.right(scope, Style.SMALL, x + Sheet.INNER, top + 15);
    for (int i = 0; i < lines.size(); i++) {
      row(sheet, lines.get(i), x, top + density.heading() + i * row());
    }
  }

  private float row() {
    return density.row() + 1.5f;
  }

  private void row(Sheet sheet, PercentileLine line, float x, float top) {
    float baseline = Block.baseline(top, row(), Style.CELL.size());
    sheet.left(line.name(), Style.CELL, x, baseline);
    boolean known = line.percentile().isPresent();
    sheet.right(line.value(), known ? NUMBER : Style.CELL.in(Style.SECONDARY), x + VALUE, baseline);
    bar(sheet, line, x + BAR, top + (row() - THICKNESS) / 2);
    line.percent().ifPresent(percent -> sheet.right(percent, NUMBER, x + PERCENT, baseline));
    sheet.left(line.band(), Style.CELL.in(Style.SECONDARY), x + BAND, baseline);
    if (commonN.isEmpty()) {
      line.percentile()
          .ifPresent(percentile ->
              sheet.right(
                  "จาก " + Figures.grouped(percentile.n(), 0) + " วัน",
                  Style.SMALL.at(8),
                  x + Sheet.INNER,
                  baseline));
    }
  }

  private static void bar(Sheet sheet, PercentileLine line, float x, float top) {
    sheet.fillRound(Style.RULE, x, top, BAR_WIDTH, THICKNESS, THICKNESS / 2);
    line.percentile()
        .ifPresent(percentile -> {
          double value = percentile.value();
          Color colour = value > UNUSUAL_HIGH || value < UNUSUAL_LOW ? Style.AMBER : Style.ACCENT;
          float width = Math.max(THICKNESS, (float) (BAR_WIDTH * value / 100));
          sheet.fillRound(colour, x, top, width, THICKNESS, THICKNESS / 2);
        });
    for (int quarter = 1; quarter < 4; quarter++) {
      sheet.fill(Color.WHITE, x + quarter * BAR_WIDTH / 4 - 0.4f, top, 0.8f, THICKNESS);
    }
  }
}
