package dailyreport.domain.report;

import dailyreport.domain.market.Underlying;
import java.util.List;
import java.util.Map;

/**
 * Writes the four sections from facts alone, without a model: report.md, section 10. Every number
 * directly follows its label, so that readers and the grounding check alike know whose it is.
 */
public final class TemplateNarrator {
  /** Yahoo's sectors in Thai; one that is not listed is left out. */
  private static final Map<String, String> SECTORS =
      Map.ofEntries(
          Map.entry("Basic Materials", "วัสดุพื้นฐาน"),
          Map.entry("Communication Services", "สื่อและการสื่อสาร"),
          Map.entry("Consumer Cyclical", "สินค้าฟุ่มเฟือย"),
          Map.entry("Consumer Defensive", "สินค้าจำเป็น"),
          Map.entry("Energy", "พลังงาน"),
          Map.entry("Financial Services", "การเงิน"),
          Map.entry("Healthcare", "การแพทย์"),
          Map.entry("Industrials", "อุตสาหกรรม"),
          Map.entry("Real Estate", "อสังหาริมทรัพย์"),
          Map.entry("Technology", "เทคโนโลยี"),
          Map.entry("Utilities", "สาธารณูปโภค"));

  private final FactSheet facts;
  private final boolean fund;

  private TemplateNarrator(FactSheet facts) {
    this.facts = facts;
    this.fund = facts.underlying().kind() == Underlying.Kind.FUND;
  }

  /**
   * A complete narrative that passes the grounding check.
   *
   * @param author one of the template authors
   */
  public static Narrative write(FactSheet facts, Narrative.Author author) {
    var narrator = new TemplateNarrator(facts);
    return new Narrative(
        List.of(
            new Section(Section.Kind.STORY, List.of(narrator.story())),
            new Section(Section.Kind.INSIGHT, narrator.insights()),
            new Section(Section.Kind.ACTION, TemplateOutlook.action(facts)),
            new Section(Section.Kind.RISK, TemplateOutlook.risks(facts))),
        author);
  }

  private String story() {
    var story = new Sentences(facts);
    String change =
        story.sign("CHANGE_PCT") == 0
            ? " โดยราคา{CHANGE_PCT}จากวันก่อน"
            : " โดยราคา{CHANGE_PCT} จากวันก่อน";
    String close = (fund ? "กองทุน " : "") + "{COMPANY} ปิดที่ {PRICE}";
    story.add(close + change, close);
    story.add(trend(story));
    var volatility = story.level(Thresholds.ATR_PCT);
    if (volatility.isPresent()) {
      String word =
          switch (volatility.getAsInt()) {
            case 0 -> "ต่ำ";
            case 1 -> "ปานกลาง";
            default -> "สูง";
          };
      story.add("ความผันผวนวัดด้วย ATR {ATR_PCT} อยู่ในระดับ" + word);
    }
    return story.joined(" ");
  }

  private static String trend(Sentences story) {
    if (!story.knows("SMA_20", "SMA_50")) {
      return "ข้อมูลย้อนหลังยังสั้น จึงยังบอกแนวโน้มจากเส้นค่าเฉลี่ยไม่ได้";
    }
    int near = story.vote(Vote.Rule.CLOSE_SMA_20);
    int far = story.vote(Vote.Rule.SMA_20_SMA_50);
    if (near > 0 && far > 0) {
      return "แนวโน้มระยะสั้นเป็นขาขึ้น ราคาอยู่เหนือ SMA20 และ SMA20 อยู่เหนือ SMA50";
    }
    if (near < 0 && far < 0) {
      return "แนวโน้มระยะสั้นเป็นขาลง ราคาอยู่ต่ำกว่า SMA20 และ SMA20 อยู่ต่ำกว่า SMA50";
    }
    if (near > 0 && far < 0) {
      return "แนวโน้มระยะสั้นเริ่มฟื้น ราคาอยู่เหนือ SMA20 แต่ SMA20 ยังอยู่ต่ำกว่า SMA50";
    }
    if (near < 0 && far > 0) {
      return "แนวโน้มระยะสั้นเริ่มอ่อนแรง ราคาอยู่ต่ำกว่า SMA20 แต่ SMA20 ยังอยู่เหนือ SMA50";
    }
    return "แนวโน้มระยะสั้นยังไม่ชัดเจน ราคาและเส้นค่าเฉลี่ยอยู่ใกล้กัน";
  }

  private List<String> insights() {
    var insights = new Sentences(facts);
    insights.add(momentum().joined(" ส่วน "));
    insights.add(place().joined(" "));
    volume(insights);
    insights.add(fundamentals().joined(" "));
    List<String> written = insights.all().stream().filter(text -> !text.isEmpty()).toList();
    return written.isEmpty()
        ? List.of(
            "ราคาย้อนหลังยังไม่พอคำนวณ RSI, MACD และ VWAP ตัวชี้วัดเหล่านี้จะมีค่าเมื่อมีข้อมูลมากขึ้น")
        : written;
  }

  private Sentences momentum() {
    var momentum = new Sentences(facts);
    var level = momentum.level(Thresholds.RSI);
    if (level.isPresent()) {
      String meaning =
          switch (level.getAsInt()) {
            case 0 -> " อยู่ในเขตขายมากเกินไป";
            case 1 -> " แรงขายยังนำอยู่";
            case 2 -> " แรงซื้อยังนำอยู่";
            default -> " อยู่ในเขตซื้อมากเกินไป";
          };
      momentum.add(
          "RSI อยู่ที่ {RSI} (เปอร์เซ็นไทล์ {RSI_PCTL})" + meaning, "RSI อยู่ที่ {RSI}" + meaning);
    }
    switch (momentum.vote(Vote.Rule.MACD_SIGNAL)) {
      case 1 ->
          momentum.add(
              "MACD อยู่ที่ {MACD} เหนือเส้น Signal ที่ {MACD_SIGNAL} แรงส่งจึงเอนไปทางขาขึ้น");
      case -1 ->
          momentum.add(
              "MACD อยู่ที่ {MACD} ใต้เส้น Signal ที่ {MACD_SIGNAL} แรงส่งจึงเอนไปทางขาลง");
      default -> momentum.add("MACD อยู่ที่ {MACD}");
    }
    return momentum;
  }

  private Sentences place() {
    var place = new Sentences(facts);
    var level = place.level(Thresholds.VWAP_GAP);
    if (level.isPresent()) {
      String meaning =
          switch (level.getAsInt()) {
            case 0, 4 -> " ซึ่งห่างจากต้นทุนเฉลี่ยของตลาดมาก";
            case 2 -> " ซึ่งใกล้ต้นทุนเฉลี่ยของตลาด";
            default -> " ซึ่งห่างจากต้นทุนเฉลี่ยของตลาดพอสมควร";
          };
      place.add("ราคา{VWAP_GAP}" + meaning);
    }
    return place.add("กรอบ 52 สัปดาห์ ต่ำสุด {LOW_52W} สูงสุด {HIGH_52W}");
  }

  private static void volume(Sentences insights) {
    var level = insights.level(Thresholds.VOLUME_RATIO);
    if (level.isPresent()) {
      String meaning =
          switch (level.getAsInt()) {
            case 0 -> " ถือว่าเบาบาง";
            case 1 -> " ถือว่าปกติ";
            default -> " ถือว่าหนาแน่น";
          };
      insights.add("ปริมาณซื้อขาย {VOLUME_RATIO}ของค่าเฉลี่ย 20 วัน" + meaning);
    }
  }

  private Sentences fundamentals() {
    var all = new Sentences(facts);
    if (fund) {
      all.add(
          "กองทุนนี้ซื้อขายในตลาด "
              + facts.underlying().exchange()
              + " โดยไม่มีตัวเลขกำไรแบบหุ้นรายบริษัท");
    } else {
      facts
          .company()
          .sector()
          .map(SECTORS::get)
          .ifPresent(sector -> all.add("ธุรกิจอยู่ในกลุ่ม" + sector));
    }
    var figures = new Sentences(facts);
    figures.add("มูลค่าตลาด {MARKET_CAP}").add("P/E {PE}").add("EPS {EPS}");
    figures.add("อัตราเงินปันผล {DIVIDEND_YIELD}");
    if (!figures.isEmpty()) {
      all.add(figures.joined(" · "));
    }
    return all.add(
        "นักวิเคราะห์ {ANALYSTS} รายให้ราคาเป้าหมายเฉลี่ย {TARGET_PRICE}",
        "ราคาเป้าหมายเฉลี่ย {TARGET_PRICE}");
  }
}
