package dailyreport.adapters.rendering;

import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import org.openpdf.text.Image;

/**
 * The page form of the chart, centred.
 *
 * @param width in points; the height follows from the picture
 */
record ChartPicture(Image image, Report report, float width) implements Block {
  @Override
  public float height() {
    return width * image.getHeight() / image.getWidth();
  }

  @Override
  public void draw(Sheet sheet, float x, float top) {
    sheet.image(image, words(), x + (Sheet.INNER - width) / 2, top, width, height());
  }

  /** What the picture shows, for those who hear the page. */
  private String words() {
    return "กราฟรายวัน "
        + DrawableText.clean(ReportText.title(report))
        + " ปิด "
        + report.price().text()
        + report.price().changeText().map(change -> " " + change).orElse("")
        + " "
        + ReportText.dataLine(report, false);
  }
}
