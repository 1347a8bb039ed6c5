package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.ChartForm;
import dailyreport.domain.market.Company;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;

/** Whatever comes from outside, there are two pages and a square, and nothing is drawn as a box. */
class HostileInputTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0e49\u0e48\u0301\u0300\u0e49",
        "🚀🔥💎",
        "‮fdp.exe مرحبا שלום",
        "中国工商银行股份有限公司",
        "",
        " \t\n ",
        "\u0000\u0007\uFFFD\uD800",
        "ก\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49\u0e49 a\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
        "https://evil.example/)>>/JS(app.alert(1))",
        "ไม่มีช่องว่างเลยสักที่เดียวในประโยคยาวมากนี้ไม่มีช่องว่างเลยสักที่เดียวในประโยคยาวมากนี้ไม่มีช่องว่างเลยสักที่เดียวในประโยคยาวมากนี้ไม่มีช่องว่างเลย"
      })
  void anyNameHeadlineAndTextIsDrawn(String text) throws Exception {
    Report report = Sample.report();
    report = LongReport.named(report, text);
    report = Sample.withNews(report, List.of(LongReport.headline(report, text, 1)));
    report =
        Sample.withNarrative(
            report,
            List.of(
                new Section(Section.Kind.STORY, List.of(text, text)),
                new Section(Section.Kind.RISK, List.of(text))));
    check(report);
  }

  private static void check(Report report) throws Exception {
    for (ChartForm form : ChartForm.values()) {
      for (Ink.Inscription drawn : ChartDrawing.of(report, form).inscriptions()) {
        assertThat(Typeface.REGULAR.at(10).canDisplayUpTo(drawn.text())).isEqualTo(-1);
        assertThat(drawn.box().getMaxX()).isLessThanOrEqualTo(1024);
      }
    }
    byte[] pdf = PdfTextTest.pdf(report);
    try (var reader = new PdfReader(pdf)) {
      assertThat(reader.getNumberOfPages()).isEqualTo(2);
      assertThat(reader.getJavaScript()).isNullOrEmpty();
    }
  }

  @Test
  void aReportWithNextToNothingIsDrawn() throws Exception {
    Report bare = Sample.report(Sample.DBS, Sample.walk(1, 40, 0.01, 1));
    bare = Sample.withCompany(bare, Company.named("X"));
    bare = Sample.withNews(bare, List.of());
    check(Sample.withNarrative(bare, List.of()));
  }

  @Test
  void aHeadlineWithoutADrawableLetterShowsWhereItLeads() throws Exception {
    Report report = Sample.report();
    report = Sample.withNews(report, List.of(LongReport.headline(report, "\u0e49\u0e48🚀", 1)));
    assertThat(Poppler.text(PdfTextTest.pdf(report))).contains("[1] news.example");
  }

  @Test
  void veryLargeAndVerySmallPricesAreDrawn() throws Exception {
    check(Sample.report(Sample.DONG, Sample.walk(300, 9_000_000, 1000, 1)));
    check(Sample.report(Sample.DBS, Sample.walk(300, 0.02, 0.001, 1)));
  }

  @Test
  void threadsDoNotDisturbEachOtherNorDoesTheLocale() throws Exception {
    byte[] alone = PdfTextTest.pdf(Sample.report());
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("th-TH-u-nu-thai"));
    try (var pool = Executors.newFixedThreadPool(4)) {
      var tasks = new ArrayList<Callable<byte[]>>();
      for (int i = 0; i < 8; i++) {
        tasks.add(() -> PdfTextTest.pdf(Sample.report()));
      }
      for (Future<byte[]> pdf : pool.invokeAll(tasks)) {
        assertThat(pdf.get()).isEqualTo(alone);
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
