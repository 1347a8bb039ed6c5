package dailyreport.bootstrap.local.simulator;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.PortException;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what a model might, without one, and says so in its first words. Its drafts go through the
 * same checks as a model's. With the page's long delay its first draft names a number of its own,
 * which the check rejects: a report takes longer than a minute only when it is repaired.
 */
final class DemoNarrator implements Narrator {
  private static final String MODEL = "demo";

  private final ModelSwitch setting;
  private final InstantSource clock;

  DemoNarrator(ModelSwitch setting, InstantSource clock) {
    this.setting = setting;
    this.clock = clock;
  }

  @Override
  public Written write(FactSheet facts, Deadline deadline) {
    Duration delay = setting.state().delay();
    return written(facts, delay.compareTo(SwitchedNarrator.first(delay)) > 0, deadline);
  }

  @Override
  public Written repair(
      FactSheet facts, Draft rejected, List<Violation> violations, Deadline deadline) {
    return written(facts, false, deadline);
  }

  private Written written(FactSheet facts, boolean careless, Deadline deadline) {
    if (deadline.passed(clock.instant())) {
      throw new PortException.Narration(Fault.TIMEOUT, "demo narrator: no time left", null);
    }
    String invented = careless ? " ราคาเป้าหมายอยู่ที่ 987.65" : "";
    return new Written(
        new Draft(
            List.of(
                new Section(Section.Kind.STORY, List.of(story(facts) + invented)),
                new Section(Section.Kind.INSIGHT, insights(facts)),
                new Section(
                    Section.Kind.ACTION,
                    List.of(
                        "ผู้ที่มีอยู่แล้วติดตามแนวโน้มต่อไป"
                            + " มุมมองจะเปลี่ยนหากราคาหลุดเส้นค่าเฉลี่ยหลัก")),
                new Section(
                    Section.Kind.RISK, List.of("ความผันผวนของตลาดโดยรวมอาจกดดันราคาในระยะสั้น")))),
        new Usage(MODEL, MODEL, 1, 1, 0, 1, Optional.of(BigDecimal.ZERO)));
  }

  private static String story(FactSheet facts) {
    String close = facts.fact("PRICE").isPresent() ? " {COMPANY} ปิดที่ {PRICE}" : "";
    return "[ตัวอย่าง ไม่ได้เขียนโดยโมเดลภาษา]"
        + close
        + " นักลงทุนติดตามผลประกอบการของบริษัทอย่างใกล้ชิด";
  }

  private static List<String> insights(FactSheet facts) {
    List<String> known =
        Stream.of(
                sentence(facts, "RSI", "RSI อยู่ที่ {RSI} สะท้อนแรงซื้อและแรงขายในช่วงนี้"),
                sentence(
                    facts,
                    "VOLUME_RATIO",
                    "ปริมาณซื้อขาย {VOLUME_RATIO}ของค่าเฉลี่ย 20 วัน บ่งบอกความสนใจของตลาด"),
                sentence(
                    facts,
                    "ATR_PCT",
                    "ความผันผวนวัดด้วย ATR {ATR_PCT} ใช้ประกอบการวางแผนการลงทุนได้"))
            .flatMap(Optional::stream)
            .toList();
    return known.isEmpty() ? List.of("ข้อมูลย้อนหลังยังสั้นเกินไปสำหรับตัวชี้วัด") : known;
  }

  private static Optional<String> sentence(FactSheet facts, String id, String text) {
    return facts.fact(id).map(_ -> text);
  }
}
