package dailyreport.adapters.rendering;

import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.awt.Color;
import java.util.List;

/** What changed since the last report, in a pale box; nothing when nothing did. */
final class ChangeNote implements Block {
  private static final float LEADING = 14;
  private static final float PADDING = 8;
  private static final Style TEXT = Style.CELL.at(9.5f).in(Style.NAVY);
  private static final Color BOX = new Color(0xEEF3FF);
  private static final int MOST_LINES = 3;

  private final List<String> lines;

  ChangeNote(Report report, Lettering lettering) {
    this.lines =
        ReportText.changeLine(report)
            .map(DrawableText::clean)
            .map(text -> lettering.lines(text, TEXT.face(), TEXT.size(), Sheet.INNER - 2 * PADDING))
            .orElse(List.of())
            .stream()
            .limit(MOST_LINES)
            .toList();
  }

  @Override
  public float height() {
    return lines.isEmpty() ? 0 : lines.size() * LEADING + PADDING;
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    if (lines.isEmpty()) {
      return;
    }
    sheet.fillRound(BOX, x, top, Sheet.INNER, height(), 3);
    for (int i = 0; i < lines.size(); i++) {
      float line = top + PADDING / 2 + i * LEADING;
      sheet.left(lines.get(i), TEXT, x + PADDING, Block.baseline(line, LEADING, TEXT.size()));
    }
  }
}
