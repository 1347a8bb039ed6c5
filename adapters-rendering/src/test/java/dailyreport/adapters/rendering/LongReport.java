package dailyreport.adapters.rendering;

import dailyreport.domain.market.Company;
import dailyreport.domain.market.Headline;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Section;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The longest report that the rules of writing allow, and one beyond all rules. */
final class LongReport {
  private static final String SENTENCE =
      "ราคาปรับตัวขึ้นต่อเนื่องหลังผลประกอบการออกมาดี ที่ผ่านมาผู้ลงทุนให้น้ำหนักกับเงินปันผล"
          + "และความผันผวนอยู่ในระดับต่ำ RSI อยู่ที่ 66.35 (เปอร์เซ็นไทล์ 77.8%) ";

  private LongReport() {}

  /** That many characters of Thai text, ending with a word. */
  static String thai(int length) {
    return SENTENCE.repeat(length / SENTENCE.length() + 1).substring(0, length - 4)
        + "ดีมาก".substring(0, 4);
  }

  /** 3,000 characters, 3 headlines of 120 characters, a name of 200. */
  static Report of(Report report) {
    Report written =
        Sample.withNarrative(
            report,
            List.of(
                new Section(Section.Kind.STORY, List.of(thai(600))),
                new Section(Section.Kind.INSIGHT, List.of(thai(400), thai(400), thai(400))),
                new Section(Section.Kind.ACTION, List.of(thai(500))),
                new Section(Section.Kind.RISK, List.of(thai(230), thai(230), thai(240)))));
    List<Headline> news =
        IntStream.range(0, 3)
            .mapToObj(
                i -> headline(report, "Bank reports record profit ".repeat(5).substring(0, 120), i))
            .toList();
    return named(Sample.withNews(written, news), "Example Holdings ".repeat(12).substring(0, 200));
  }

  /** Forty times as much as fits. */
  static Report monstrous(Report report) {
    return Sample.withNarrative(
        of(report),
        List.of(
            new Section(Section.Kind.STORY, List.of(thai(20_000))),
            new Section(Section.Kind.INSIGHT, Collections.nCopies(200, thai(120))),
            new Section(Section.Kind.ACTION, Collections.nCopies(50, thai(300))),
            new Section(Section.Kind.RISK, Collections.nCopies(100, "x".repeat(900)))));
  }

  static Headline headline(Report report, String title, int number) {
    return new Headline(
        title,
        "Reuters",
        report.generatedAt().minus(Duration.ofHours(number + 1)),
        URI.create("https://news.example/" + number),
        Set.of());
  }

  static Report named(Report report, String name) {
    Company known = report.facts().company();
    return Sample.withCompany(
        report,
        new Company(
            name,
            Optional.of(name),
            known.industry(),
            known.priceEarnings(),
            known.earningsPerShare(),
            known.dividendYieldPct(),
            known.marketCap(),
            known.targetPrice(),
            known.analysts(),
            known.recommendation(),
            known.high52Weeks(),
            known.low52Weeks()));
  }
}
