package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.Examples;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryGateTest {
  private static final CacheEntry.Negative NEGATIVE = Examples.negative(Examples.NOW, "0");

  @Test
  void livePricesTakeEveryEntryButOneMadeFromAFileOrTheSample() {
    EntryGate live = EntryGate.live();

    assertThat(live.source()).accepts(from("yahoo"), from("twelvedata"), NEGATIVE);
    assertThat(live.source()).rejects(from("sample"), from("file:0123abcd"));
  }

  @Test
  void pinnedPricesTakeTheirOwnReportsOnly() {
    EntryGate pinned = EntryGate.pinned("file:0123abcd");

    assertThat(pinned.source()).accepts(from("file:0123abcd"));
    assertThat(pinned.source()).rejects(from("file:99999999"), from("yahoo"), NEGATIVE);
  }

  @Test
  void aTextWithAFigureThatNoFactHoldsIsRefused() {
    Report honest = Examples.report();
    Report invented = saying(honest, "ราคาเป้าหมายใหม่อยู่ที่ 987.65 ดอลลาร์");

    assertThat(EntryGate.live().output()).accepts(honest).rejects(invented);
    assertThat(EntryGate.pinned("sample").output()).accepts(honest).rejects(invented);
  }

  private static CacheEntry from(String source) {
    Report report = Examples.report();
    Method method = report.method();
    var other =
        new Method(
            source, method.adjusted(), method.suspect(), method.firstSession(), method.bars());
    return new CacheEntry.Positive(
        KEY,
        new Report(
            report.facts(),
            report.narrative(),
            report.readings(),
            report.chart(),
            other,
            report.changes(),
            report.parts(),
            report.generatedAt(),
            report.usage()),
        Examples.validity(Examples.NOW, "0"));
  }

  private static Report saying(Report report, String sentence) {
    var sections =
        report.narrative().sections().stream()
            .map(section ->
                section.kind() == Section.Kind.STORY
                    ? new Section(section.kind(), List.of(sentence))
                    : section)
            .toList();
    return new Report(
        report.facts(),
        new Narrative(sections, report.narrative().author()),
        report.readings(),
        report.chart(),
        report.method(),
        report.changes(),
        report.parts(),
        report.generatedAt(),
        report.usage());
  }
}
