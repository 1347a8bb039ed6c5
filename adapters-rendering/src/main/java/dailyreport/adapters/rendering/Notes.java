package dailyreport.adapters.rendering;

import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.util.ArrayList;
import java.util.List;

/** How the figures were made and what they are not: the small print at the end. */
final class Notes implements Block {
  private static final float LEADING = 11.8f;
  private static final float PADDING = 9;
  private static final float TITLE = 16;
  private static final float GAP = 6;
  private static final float ROOM = Sheet.INNER - 2 * PADDING;
  private static final Style HEAD = new Style(Typeface.SEMI_BOLD, 9.5f, Style.NAVY);

  private final List<String> method;
  private final List<String> notes;

  Notes(Report report, Lettering lettering) {
    this.method = lines(lettering, List.of(method(report)));
    this.notes =
        lines(lettering, List.of(ReportText.receiptLine(report), ReportText.disclaimer(report)));
  }

  private static List<String> lines(Lettering lettering, List<String> paragraphs) {
    var lines = new ArrayList<String>();
    for (String paragraph : paragraphs) {
      lines.addAll(
          lettering.lines(
              DrawableText.clean(paragraph), Style.SMALL.face(), Style.SMALL.size(), ROOM));
    }
    return lines;
  }

  @Override
  public float height() {
    return 2 * PADDING + 2 * TITLE + GAP + (method.size() + notes.size()) * LEADING - 2;
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    sheet.fillRound(Style.PALE, x, top, Sheet.INNER, height(), 4);
    float y = block(sheet, "ที่มาและวิธีคำนวณ", method, x + PADDING, top + PADDING - 2);
    block(sheet, ReportText.NOTES, notes, x + PADDING, y + GAP);
  }

  private static float block(Sheet sheet, String title, List<String> lines, float x, float top) {
    sheet.left(title, HEAD, x, top + 12);
    sheet.bookmark(title, top);
    float y = top + TITLE;
    for (String line : lines) {
      sheet.left(line, Style.SMALL, x, Block.baseline(y, LEADING, Style.SMALL.size()));
      y += LEADING;
    }
    return y;
  }

  private static String method(Report report) {
    Method method = report.method();
    var text = new StringBuilder();
    text.append("ราคาจาก ").append(ReportText.source(report));
    text.append(" รายวัน ").append(Figures.grouped(method.bars(), 0));
    text.append(" วันทำการ ตั้งแต่ ").append(Figures.date(method.firstSession()));
    text.append(" ถึง ").append(Figures.date(report.chart().bars().getLast().session()));
    text.append(
        method.adjusted()
            ? " ปรับย้อนหลังตามการแตกหุ้นและเงินปันผล ยกเว้นการเปลี่ยนแปลงของวันซึ่งใช้ราคาซื้อขาย"
            : " ปรับตามการแตกหุ้น ไม่ปรับตามเงินปันผล");
    if (method.suspect()) {
      text.append(" ราคาล่าสุดเคลื่อนไหวผิดปกติ โปรดตรวจสอบกับแหล่งอื่น");
    }
    text.append(" · RSI และ ATR แบบ Wilder 14 วัน, MACD 12/26/9, Bollinger 20 วัน 2 เท่าของ");
    text.append(
        "ส่วนเบี่ยงเบนมาตรฐานประชากร, VWAP 252 วันทำการ · เปอร์เซ็นไทล์คือสัดส่วนของวันที่มีค่า");
    text.append("ไม่เกินค่าล่าสุด ย้อนหลังไม่เกิน 252 วันทำการ");
    ReportText.editionLine(report).ifPresent(edition -> text.append(" · ").append(edition));
    text.append(" · จัดทำเมื่อ ").append(Figures.time(report.generatedAt()));
    return text.toString();
  }
}
