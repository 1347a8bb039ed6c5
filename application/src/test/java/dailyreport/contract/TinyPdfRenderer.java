package dailyreport.contract;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A {@link PdfRenderer} that prints two empty pages whose title depends on report and chart. Counts
 * its calls and can be told to break.
 */
public final class TinyPdfRenderer implements PdfRenderer {
  private static final int PNG_SIGN = 0x89;

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicBoolean broken = new AtomicBoolean();

  /** How often a PDF was asked for, failures included. */
  public int calls() {
    return calls.get();
  }

  /** From now on every call fails, or no call does. */
  public void setBroken(boolean now) {
    broken.set(now);
  }

  @Override
  public byte[] pdf(Report report, byte[] pageChart) {
    calls.incrementAndGet();
    boolean picture = pageChart.length > 8 && (pageChart[0] & 0xff) == PNG_SIGN;
    if (broken.get() || !picture) {
      String seen = picture ? "told to break" : "the chart is no PNG";
      throw new PortException.Rendering(
          Fault.ERROR, "printing the PDF of " + report.key() + ": " + seen, null);
    }
    String title =
        report.key()
            + " "
            + report.generatedAt()
            + " "
            + report.price().text()
            + " "
            + Part.sha256(pageChart).substring(0, 16);
    return document(
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
            "<</Title(" + title + ")>>"));
  }

  /** Objects 1 to n: the first is the catalogue, the last the document's information. */
  private static byte[] document(List<String> objects) {
    var text = new StringBuilder("%PDF-1.7\n");
    var offsets = new ArrayList<Integer>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(text.length());
      text.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = text.length();
    int size = objects.size() + 1;
    text.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n");
    for (int offset : offsets) {
      text.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
    }
    text.append("trailer\n<</Size ").append(size).append("/Root 1 0 R/Info ");
    text.append(objects.size()).append(" 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
