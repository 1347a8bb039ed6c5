package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.ChartForm;
import dailyreport.contract.PdfRendererContract;
import dailyreport.domain.market.Band;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.Changes;
import dailyreport.domain.report.PercentileLine;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportText;
import dailyreport.domain.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader, or a machine that reads aloud, gets out of the pages. */
class PdfTextTest {
  static byte[] pdf(Report report) {
    byte[] chart = JFreeChartRenderer.open().png(report, ChartForm.PAGE);
    return OpenPdfRenderer.open().pdf(report, chart);
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).toList();
  }

  @Test
  void everyHeadingIsExtractedWholeAndOnce() throws Exception {
    List<String> lines = lines(Poppler.text(pdf(Sample.report())));
    var headings = new ArrayList<String>();
    for (Section.Kind kind : Section.Kind.values()) {
      headings.add(kind.title());
    }
    headings.addAll(
        List.of(
            ReportText.PERCENTILES,
            ReportText.NEWS,
            ReportText.NOTES,
            "คะแนนตามกฎทางเทคนิค",
            "ระดับราคา",
            "ที่มาและวิธีคำนวณ"));
    for (String heading : headings) {
      assertThat(lines).filteredOn(heading::equals).as(heading).hasSize(1);
    }
  }

  @Test
  void everyWordOfTheReportIsThere() throws Exception {
    Report report = Sample.report();
    String text = Poppler.text(pdf(report), "-layout").replaceAll("\\s+", "");
    var wanted = new ArrayList<String>();
    report.narrative().sections().forEach(section -> wanted.addAll(section.paragraphs()));
    wanted.add(ReportText.stanceLine(report));
    wanted.add(ReportText.receiptLine(report));
    wanted.add(ReportText.disclaimer(report));
    wanted.add(ReportText.shortDisclaimer(report));
    wanted.add(report.price().changeText().orElseThrow());
    report.facts().news().forEach(headline -> wanted.add(headline.title()));
    for (PercentileLine line : PercentileLine.of(report)) {
      wanted.add(line.name() + line.value() + line.percent().orElseThrow() + line.band());
    }
    for (String words : wanted) {
      assertThat(text).contains(words.replaceAll("\\s+", ""));
    }
  }

  @Test
  void bothPagesSayWhoAndWhenAndWhichPage() throws Exception {
    String[] pages = Poppler.text(pdf(Sample.report()), "-layout").split("\f");
    assertThat(pages).hasSize(2);
    for (int i = 0; i < pages.length; i++) {
      assertThat(pages[i])
          .contains("DBS19", "Example Holdings Ltd", "D05.SI · SGX · Financial Services")
          .contains("ข้อมูล ณ 13 ก.พ. 2569 (ราคาปิดล่าสุดของ SGX)")
          .contains("หน้า " + (i + 1) + " / 2")
          .doesNotContain("ตัวอย่าง", "2026", "$");
    }
  }

  @Test
  void anExampleSaysSoOnBothPages() throws Exception {
    Report example = Sample.report(Sample.DBS, Sample.walk(320, 40, 0.01, 3), "sample");
    for (String page : Poppler.text(pdf(example)).split("\f")) {
      assertThat(page).contains("ตัวอย่าง · ข้อมูล ณ 13 ก.พ. 2569 (ไม่ใช่ราคาปัจจุบัน)");
    }
  }

  @Test
  void oneCountOfSessionsStandsInTheHeadingAndDifferentOnesBesideTheRows() throws Exception {
    Report all = Sample.report();
    assertThat(Poppler.text(pdf(all), "-layout")).contains("ณ 13 ก.พ. 2569 · จาก 252 วันทำการ");
    Report shorter = Sample.report(Sample.DBS, Sample.walk(200, 40, 0.01, 3));
    assertThat(Poppler.text(pdf(shorter), "-layout"))
        .contains("จาก 186 วัน", "จาก 175 วัน", "ข้อมูลไม่พอ")
        .doesNotContain("จาก 252 วันทำการ");
  }

  @Test
  void absentFiguresShowADash() throws Exception {
    Report fund = Sample.withCompany(Sample.report(), Company.named("Example Fund"));
    List<String> lines = lines(Poppler.text(pdf(fund)));
    assertThat(lines).filteredOn("–"::equals).as("four tiles without a figure").hasSize(4);
    assertThat(lines).contains("P/E · EPS", "เงินปันผล", "มูลค่าตลาด");
    assertThat(lines).filteredOn("ไม่มีข้อมูล"::equals).as("each says why").hasSize(4);
    assertThat(lines).doesNotContain("EPS เป็น SGD", "ต่อปี");
  }

  @Test
  void aLongReportIsWholeOnTwoPages() throws Exception {
    Report report = LongReport.of(Sample.report());
    byte[] pdf = pdf(report);
    String text = Poppler.text(pdf, "-layout").replaceAll("\\s+", "");
    for (Section section : report.narrative().sections()) {
      for (String paragraph : section.paragraphs()) {
        assertThat(text).contains(paragraph.replaceAll("\\s+", ""));
      }
    }
    assertThat(text).doesNotContain("…(ย่อ");
    assertThat(pdf.length).isLessThanOrEqualTo(PdfRendererContract.MOST_BYTES);
  }

  @Test
  void aMonstrousNarrativeIsCutAndSaysSo() throws Exception {
    Report report = LongReport.monstrous(Sample.report());
    String text = Poppler.text(pdf(report), "-layout");
    assertThat(text.split("\f")).hasSize(2);
    assertThat(text)
        .contains("… (ย่อให้พอดีสองหน้า)")
        .contains("ระวังอะไร?", "ข่าวอ้างอิง", "หมายเหตุ");
  }

  private static Report changed(Report report) {
    var crossed = new Changes.BandChange(Indicator.RSI_14, Band.UPPER_MIDDLE, Band.HIGH);
    var changes =
        new Changes(report.key().session().minusDays(1), List.of(crossed), Optional.empty());
    return new Report(
        report.facts(),
        report.narrative(),
        report.readings(),
        report.chart(),
        report.method(),
        Optional.of(changes),
        List.of(),
        report.generatedAt(),
        report.usage());
  }

  @Test
  void whatChangedIsPrinted() throws Exception {
    assertThat(Poppler.text(pdf(changed(Sample.report()))))
        .contains("เปลี่ยนจากรายงานก่อน: RSI จาก ปานกลางสูง เป็น สูง");
  }

  static Stream<Arguments> pages() {
    Report fund = Sample.report(Sample.DBS, Sample.walk(320, 0.12, 0.001, 4), "sample");
    return Stream.of(
        Arguments.of("page", Sample.report()),
        Arguments.of("page-long", changed(LongReport.of(Sample.report()))),
        Arguments.of("page-fund", Sample.withCompany(fund, Company.named("Example Fund"))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePagesLookAsTheyWereApproved(String name, Report report) throws Exception {
    byte[] pdf = pdf(report);
    assertThat(pdf.length).isLessThanOrEqualTo(PdfRendererContract.MOST_BYTES);
    for (int page = 1; page <= 2; page++) {
      Golden.compareLoosely(name + "-" + page, Poppler.page(pdf, page, 60));
    }
  }
}
