package dailyreport.domain.report;

import java.util.ArrayList;
import java.util.List;

/** The template's last two sections: what would change the view, and what to beware of. */
final class TemplateOutlook {
  private static final int MOST_RISKS = 3;

  private TemplateOutlook() {}

  /** One or two sentences as one paragraph; the stance itself is the line above them. */
  static List<String> action(FactSheet facts) {
    var action = new Sentences(facts);
    StanceRules.Result result = facts.stance();
    if (result.guard().isPresent()) {
      guarded(result.guard().get(), action);
    } else {
      switch (result.stance()) {
        case BUY ->
            action.add(
                "มุมมองนี้จะเปลี่ยนหาก"
                    + (action.compare("PRICE", "SMA_20") > 0
                        ? "ราคาหลุด SMA20 ที่ {SMA_20}"
                        : "ราคายังไม่กลับขึ้นเหนือ SMA20 ที่ {SMA_20}")
                    + (action.compare("MACD", "MACD_SIGNAL") > 0
                        ? " หรือ MACD ตัดลงใต้เส้น Signal"
                        : " หรือ MACD ยังอยู่ใต้เส้น Signal ต่อไป"));
        case SELL ->
            action.add(
                "มุมมองนี้จะเปลี่ยนหาก"
                    + (action.compare("PRICE", "SMA_20") < 0
                        ? "ราคากลับขึ้นเหนือ SMA20 ที่ {SMA_20}"
                        : "ราคายังยืนเหนือ SMA20 ที่ {SMA_20}")
                    + (action.compare("MACD", "MACD_SIGNAL") < 0
                        ? " หรือ MACD ตัดขึ้นเหนือเส้น Signal"
                        : " หรือ MACD ยังอยู่เหนือเส้น Signal ต่อไป"));
        case HOLD -> undecided(action);
      }
    }
    action.add("ระยะสั้นติดตามกรอบล่างของ Bollinger ที่ {BB_LOWER} และกรอบบนที่ {BB_UPPER}");
    return List.of(action.joined(" "));
  }

  private static void guarded(Guard guard, Sentences action) {
    switch (guard) {
      case SHORT_HISTORY ->
          action.add("กฎยังตัดสินไม่ได้เพราะข้อมูลย้อนหลังไม่พอ ควรรอให้มีข้อมูลมากขึ้นก่อน");
      case OVERBOUGHT ->
          action.add(
              "คะแนนเอนไปทางขาขึ้น แต่ RSI อยู่ในเขตซื้อมากเกินไป มุมมองจะเปลี่ยนหาก RSI ลดลงต่ำกว่าระดับ 70"
                  + " โดยราคายังยืนเหนือ SMA20 ที่ {SMA_20}");
      case OVERSOLD ->
          action.add(
              "คะแนนเอนไปทางขาลง แต่ RSI อยู่ในเขตขายมากเกินไป มุมมองจะเปลี่ยนหาก RSI กลับขึ้นเหนือระดับ 30"
                  + " โดยราคายังอยู่ต่ำกว่า SMA20 ที่ {SMA_20}");
      case OLD_BAR -> action.add("ราคาล่าสุดที่มีเก่าแล้ว ควรรอราคาใหม่ก่อนตัดสินใจ");
      case SUSPECT ->
          action.add("ราคาล่าสุดเปลี่ยนแปลงมากผิดปกติ ควรตรวจสอบกับแหล่งข้อมูลอื่นก่อนตัดสินใจ");
    }
  }

  private static void undecided(Sentences action) {
    if (!action.knows("SMA_20", "SMA_50")) {
      action.add(
          "มุมมองขึ้นกับว่าราคายืนเหนือ SMA20 ที่ {SMA_20} ได้หรือไม่ ควรรอให้มีข้อมูลมากขึ้นก่อน",
          "ข้อมูลย้อนหลังยังไม่พอให้กฎทางเทคนิคตัดสิน ควรรอให้มีข้อมูลมากขึ้นก่อน");
      return;
    }
    int near = action.compare("PRICE", "SMA_20");
    int far = action.compare("PRICE", "SMA_50");
    if (near > 0 && far > 0) {
      action.add(
          "มุมมองจะแย่ลงหากราคาหลุด SMA20 ที่ {SMA_20} และ SMA50 ที่ {SMA_50}"
              + " แต่จะดีขึ้นหากมีสัญญาณอื่นหนุน เช่น MACD หรือปริมาณซื้อขาย");
    } else if (near < 0 && far < 0) {
      action.add(
          "มุมมองจะดีขึ้นหากราคากลับขึ้นเหนือ SMA20 ที่ {SMA_20} และ SMA50 ที่ {SMA_50}"
              + " แต่จะแย่ลงหากแรงขายมาพร้อมปริมาณซื้อขายที่หนาแน่น");
    } else if (action.compare("SMA_20", "SMA_50") < 0) {
      action.add(
          "มุมมองจะดีขึ้นหากราคาผ่าน SMA50 ที่ {SMA_50} แต่จะแย่ลงหากราคาหลุด SMA20 ที่ {SMA_20}");
    } else {
      action.add(
          "มุมมองจะดีขึ้นหากราคาผ่าน SMA20 ที่ {SMA_20} แต่จะแย่ลงหากราคาหลุด SMA50 ที่ {SMA_50}");
    }
  }

  /** One to three risks, the gravest first. */
  static List<String> risks(FactSheet facts) {
    var known = new Sentences(facts);
    var risks = new ArrayList<String>();
    boolean doubted =
        facts
            .stance()
            .guard()
            .filter(guard -> guard == Guard.SUSPECT || guard == Guard.OLD_BAR)
            .isPresent();
    if (doubted || facts.old()) {
      risks.add("ราคาล่าสุดอาจไม่ตรงกับตลาด ตัวชี้วัดทุกตัวจึงอาจคลาดเคลื่อน");
    }
    known
        .level(Thresholds.RSI)
        .ifPresent(level -> {
          if (level == 3) {
            risks.add("RSI เกินระดับ 70 ระวังแรงขาย");
          } else if (level == 0) {
            risks.add("RSI ต่ำกว่าระดับ 30 แรงขายยังรุนแรง");
          }
        });
    if (known.level(Thresholds.ATR_PCT).orElse(0) == 2) {
      risks.add("ความผันผวนสูง ราคาอาจแกว่งแรง");
    }
    known
        .level(Thresholds.VWAP_GAP)
        .ifPresent(level -> {
          if (level == 4) {
            risks.add("ราคาสูงกว่า VWAP 252 วันทำการมาก อาจมีแรงขายทำกำไร");
          } else if (level == 0) {
            risks.add("ราคาต่ำกว่า VWAP 252 วันทำการมาก แนวโน้มหลักยังอ่อนแอ");
          }
        });
    if (known.level(Thresholds.VOLUME_RATIO).orElse(1) == 0) {
      risks.add("ปริมาณเบาบาง สัญญาณน่าเชื่อถือน้อยลง");
    }
    if (!known.knows("SMA_50", "RSI")) {
      risks.add("ข้อมูลย้อนหลังสั้น ภาพรวมอาจเปลี่ยนได้มากเมื่อมีข้อมูลเพิ่ม");
    }
    if (risks.isEmpty()) {
      risks.add("ไม่พบสัญญาณเสี่ยงเด่นจากตัวชี้วัด");
    }
    risks.add("มูลค่า DR เป็นบาทยังขึ้นกับอัตราแลกเปลี่ยน " + facts.underlying().currency());
    return risks.stream().limit(MOST_RISKS).toList();
  }
}
