package dailyreport.domain.grounding;

import dailyreport.domain.market.Company;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Drawn;
import dailyreport.domain.report.Fact;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Unit;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fixture of report.md section 9, and sentences put into an otherwise faultless narrative. */
final class Grounding {
  static final FactSheet FACTS = facts(Stance.HOLD);

  private Grounding() {}

  static FactSheet facts(Stance stance) {
    return new FactSheet(
        new ReportKey(new Ticker("DBS19"), LocalDate.of(2025, 11, 11)),
        Drawn.DBS,
        Company.named("DBS Group Holdings"),
        List.of(
            fact("PRICE", "53.15", Unit.MONEY, 2, false, "ราคา", "ปิดที่"),
            fact("RSI", "66.35", Unit.NONE, 2, false, "RSI"),
            fact("RSI_PCTL", "77.8", Unit.PCT, 1, false, "RSI", "เปอร์เซ็นไทล์"),
            fact("MACD", "-0.6526", Unit.NONE, 4, true, "MACD"),
            fact("ATR_PCT", "1.47", Unit.PCT, 2, false, "ATR", "ความผันผวน"),
            fact("VWAP_GAP", "19.51", Unit.PCT, 2, true, "VWAP"),
            fact("CHANGE_PCT", "-2.35", Unit.PCT, 2, true, "เปลี่ยนแปลง", "ราคา"),
            fact("VOLUME_RATIO", "0.57", Unit.MULT, 2, false, "ปริมาณ", "วอลุ่ม"),
            fact("UNCERTAINTY", "43.2", Unit.OF100, 1, false, "ความไม่แน่นอน"),
            fact("MARKET_CAP", "155710000000", Unit.MONEY, 0, false, "มูลค่าตลาด", "Market Cap"),
            fact("PE", "14.03", Unit.NONE, 2, false, "P/E"),
            fact("HIGH_52W", "54.80", Unit.MONEY, 2, false, "สูงสุด", "กรอบ"),
            fact("LOW_52W", "36.30", Unit.MONEY, 2, false, "ต่ำสุด", "กรอบ")),
        new StanceRules.Result(stance, 3, List.of(), Optional.empty()),
        List.of(headline("a"), headline("b"), headline("c")),
        LocalDate.of(2025, 11, 11));
  }

  private static Fact fact(
      String id, String value, Unit unit, int decimals, boolean signed, String... labels) {
    String currency = unit == Unit.MONEY ? "SGD" : "";
    return new Fact(
        id, new BigDecimal(value), unit, currency, decimals, signed, List.of(labels), value);
  }

  private static Headline headline(String title) {
    return new Headline(
        title,
        "Reuters",
        Instant.parse("2025-11-10T09:00:00Z"),
        URI.create("https://news.example/" + title),
        Set.of("D05.SI"));
  }

  /** The reasons for which a sentence is refused, in a narrative that is otherwise faultless. */
  static List<Violation.Reason> reasons(String sentence) {
    return reasons(sentence, FACTS);
  }

  static List<Violation.Reason> reasons(String sentence, FactSheet facts) {
    return GroundingCheck.check(narrative(sentence), facts).stream()
        .map(Violation::reason)
        .toList();
  }

  static Narrative narrative(String sentence) {
    return new Narrative(
        List.of(
            new Section(
                Section.Kind.STORY, List.of("ภาพรวมของหุ้นตัวนี้ยังไม่เปลี่ยนแปลงไปจากเดิม")),
            new Section(Section.Kind.INSIGHT, List.of(sentence)),
            new Section(Section.Kind.ACTION, List.of("ติดตามข่าวสารของบริษัทอย่างใกล้ชิด")),
            new Section(Section.Kind.RISK, List.of("ไม่พบสัญญาณเสี่ยงเด่นจากตัวชี้วัด"))),
        Narrative.Author.MODEL);
  }
}
