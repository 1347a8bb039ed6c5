package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.domain.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.SimpleBookmark;

/** The parts of the PDF that nobody sees. */
class PdfStructureTest {
  private static PdfReader read(Report report) throws IOException {
    return new PdfReader(PdfTextTest.pdf(report));
  }

  @Test
  void itHasTwoPagesAndSaysWhatItIs() throws IOException {
    try (PdfReader reader = read(Sample.report())) {
      assertThat(reader.getNumberOfPages()).isEqualTo(2);
      assertThat(reader.getPdfVersion()).isEqualTo("1.7");
      Map<String, String> info = reader.getInfo();
      assertThat(info)
          .containsEntry("Title", "รายงานรายวัน DBS19 13 ก.พ. 2569")
          .containsEntry("CreationDate", "D:20260213190000+07'00'")
          .containsEntry("ModDate", "D:20260213190000+07'00'")
          .containsEntry("Author", "Daily Report");
      assertThat(info.get("Subject")).contains("DBS19 · Example Holdings Ltd (D05.SI, SGX)");
      PdfDictionary catalog = reader.getCatalog();
      assertThat(catalog.getAsString(PdfName.LANG).toUnicodeString()).isEqualTo("th-TH");
      assertThat(catalog.getAsDict(PdfName.VIEWERPREFERENCES))
          .satisfies(preferences ->
              assertThat(preferences.getAsBoolean(PdfName.DISPLAYDOCTITLE).booleanValue())
                  .isTrue());
    }
  }

  @Test
  void theOutlineListsTheHeadings() throws IOException {
    try (PdfReader reader = read(Sample.report())) {
      assertThat(SimpleBookmark.getBookmarkList(reader))
          .extracting(bookmark -> bookmark.get("Title"))
          .containsExactly(
              "การวิเคราะห์เปอร์เซ็นไทล์",
              "เรื่องราวของหุ้นตัวนี้",
              "สิ่งที่คุณต้องรู้",
              "ควรทำอะไรตอนนี้?",
              "ระวังอะไร?",
              "คะแนนตามกฎทางเทคนิค",
              "ระดับราคา",
              "ข่าวอ้างอิง",
              "ที่มาและวิธีคำนวณ",
              "หมายเหตุ");
    }
  }

  @Test
  void titlesAndCitationsAreHttpsLinksAndThereAreNoOthers() throws IOException {
    try (PdfReader reader = read(Sample.report())) {
      List<String> links = new ArrayList<>();
      for (int page = 1; page <= 2; page++) {
        PdfArray annotations = reader.getPageN(page).getAsArray(PdfName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
          PdfDictionary action = annotations.getAsDict(i).getAsDict(PdfName.A);
          links.add(action.getAsString(PdfName.URI).toUnicodeString());
        }
      }
      assertThat(links)
          .containsExactlyInAnyOrder(
              "https://news.example/a", "https://news.example/a", "https://news.example/b");
    }
  }

  @Test
  void everyFontIsAnEmbeddedSubset() throws IOException {
    try (PdfReader reader = read(Sample.report())) {
      Set<String> names = new HashSet<>();
      for (int page = 1; page <= 2; page++) {
        PdfDictionary fonts =
            reader.getPageN(page).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        for (PdfName key : fonts.getKeys()) {
          PdfDictionary font = fonts.getAsDict(key);
          PdfDictionary descendant = font.getAsArray(PdfName.DESCENDANTFONTS).getAsDict(0);
          assertThat(descendant.getAsDict(PdfName.FONTDESCRIPTOR).getAsStream(PdfName.FONTFILE2))
              .isNotNull();
          assertThat(font.getAsStream(PdfName.TOUNICODE)).isNotNull();
          names.add(font.getAsName(PdfName.BASEFONT).toString().substring("/ABCDEF+".length()));
        }
      }
      assertThat(names)
          .containsExactlyInAnyOrder("Sarabun-Regular", "Sarabun-SemiBold", "Sarabun-Bold");
    }
  }

  @Test
  void theChartIsTheOnlyPictureAndHasWords() throws IOException {
    try (PdfReader reader = read(Sample.report())) {
      int pictures = 0;
      for (int i = 1; i < reader.getXrefSize(); i++) {
        PdfObject object = reader.getPdfObject(i);
        if (object instanceof PRStream stream
            && PdfName.IMAGE.equals(stream.getAsName(PdfName.SUBTYPE))) {
          pictures++;
        }
      }
      assertThat(pictures).isEqualTo(1);
      String content = new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1);
      String words =
          new String("กราฟรายวัน".getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
      assertThat(content).containsPattern("/Figure ?<</Alt").contains(words);
    }
  }
}
