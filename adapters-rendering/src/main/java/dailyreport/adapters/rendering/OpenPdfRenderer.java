package dailyreport.adapters.rendering;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Prints reports with OpenPDF. Safe for use by several threads. Equal reports with equal charts
 * give equal bytes: creation date, file id and subset names depend on the report alone.
 */
public final class OpenPdfRenderer implements PdfRenderer {
  private static final int PAGES = 2;

  private OpenPdfRenderer() {}

  /**
   * A renderer; installs {@link HeadlessFonts}, so it must be opened before anything else in the
   * process touches AWT.
   */
  public static PdfRenderer open() {
    HeadlessFonts.install();
    return new OpenPdfRenderer();
  }

  @Override
  public byte[] pdf(Report report, byte[] pageChart) {
    try {
      return print(report, pageChart);
    } catch (IOException | RuntimeException e) {
      // What the library throws on odd data is unchecked; a report without a PDF beats none.
      throw new PortException.Rendering(
          Fault.ERROR, "printing the PDF of " + report.key() + ": " + e.getMessage(), e);
    }
  }

  private static byte[] print(Report report, byte[] pageChart) throws IOException {
    byte[] id = id(report, pageChart);
    var fonts = new PdfFonts(new BigInteger(id).longValue());
    var lettering = new Lettering();
    var plan = TwoPages.plan(report, Image.getInstance(pageChart), lettering);
    var band = new PageBand(report);
    var bytes = new ByteArrayOutputStream();
    var document = new Document(PageSize.A4).setGlyphLayoutManager(fonts.manager());
    PdfWriter writer = PdfWriter.getInstance(document, bytes);
    // Version and compression are written with the first byte.
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setFullCompression();
    document.open();
    describe(document, writer, report, id);
    var sheet = new Sheet(writer.getDirectContent(), fonts, lettering);
    band.draw(sheet, 1, PAGES);
    plan.drawFirst(sheet);
    document.newPage();
    band.draw(sheet, 2, PAGES);
    plan.drawSecond(sheet);
    document.close();
    return bytes.toByteArray();
  }

  private static void describe(Document document, PdfWriter writer, Report report, byte[] id) {
    writer.setViewerPreferences(PdfWriter.PageModeUseNone);
    writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("th-TH"));
    writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    String day = Figures.date(report.key().session());
    document.addTitle("รายงานรายวัน " + report.key().ticker() + " " + day);
    document.addSubject(
        DrawableText.clean(ReportText.title(report)) + " " + ReportText.dataLine(report, false));
    document.addAuthor("Daily Report");
    document.addCreator("dailyreport");
    var created = new PdfDate(GregorianCalendar.from(report.generatedAt().atZone(Figures.BANGKOK)));
    // Document.addCreationDate would be overruled by the clock.
    writer.getInfo().put(PdfName.CREATIONDATE, created);
    writer.getInfo().put(PdfName.MODDATE, created);
  }

  /** 16 bytes that change with the report or its chart, and with nothing else. */
  private static byte[] id(Report report, byte[] pageChart) {
    String seed = report.key() + "|" + report.generatedAt() + "|";
    String digest =
        Part.sha256(
            (seed + Part.of(PartName.CHART, pageChart).ref().sha256())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return HexFormat.of().parseHex(digest.substring(0, 32));
  }
}
