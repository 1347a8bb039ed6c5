package dailyreport.domain.grounding;

import dailyreport.domain.report.Stance;
import java.util.List;
import java.util.Optional;

/**
 * Finds words that advise something else than the stance of the rules: report.md, section 9, step
 * 6. Only whole phrases count; {@code แรงซื้อ} and {@code ซื้อขาย} describe the market.
 */
final class Advice {
  private static final List<String> NOT_BEFORE =
      List.of("แรง", "ปริมาณ", "มูลค่า", "คำสั่ง", "ยอด", "ผู้");
  private static final List<String> NOT_AFTER = List.of("ขาย", "มากเกินไป", "ขึ้น", "ว่า");
  private static final List<String> NEGATIONS =
      List.of(
          "ไม่",
          "ไม่ได้",
          "ไม่น่า",
          "ไม่ต้อง",
          "ไม่จำเป็นต้อง",
          "ไม่ใช่จังหวะ",
          "ไม่ใช่เวลา",
          "อย่า",
          "อย่าเพิ่ง",
          "ห้าม",
          "งด",
          "หยุด",
          "เลิก",
          "เลี่ยงการ",
          "ชะลอการ");

  private Advice() {}

  /** The first phrase that advises another stance, or the stance itself with a negation. */
  static Optional<String> against(Stance stance, String covered) {
    String text = Symbols.folded(covered);
    for (Stance advised : Stance.values()) {
      for (String phrase : phrases(advised)) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
          if (isAdvice(text, phrase, at) && (advised != stance || isNegated(text, at))) {
            return Optional.of(phrase);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> phrases(Stance stance) {
    return switch (stance) {
      case BUY ->
          List.of(
              "ควรซื้อ",
              "ควรเข้าซื้อ",
              "ควรสะสม",
              "แนะนำซื้อ",
              "แนะนำเข้าซื้อ",
              "แนะนำให้ซื้อ",
              "แนะนำให้เข้าซื้อ",
              "ซื้อเพิ่ม",
              "ซื้อสะสม",
              "ทยอยซื้อ",
              "ทยอยสะสม",
              "รีบซื้อ",
              "น่าซื้อ",
              "น่าสะสม",
              "BUY");
      case HOLD -> List.of("ควรถือ", "แนะนำถือ", "แนะนำให้ถือ", "ถือต่อ", "HOLD");
      case SELL ->
          List.of(
              "ควรขาย",
              "ควรเทขาย",
              "ควรลดสัดส่วน",
              "ควรตัดขาดทุน",
              "แนะนำขาย",
              "แนะนำให้ขาย",
              "ขายออก",
              "ทยอยขาย",
              "แบ่งขาย",
              "รีบขาย",
              "น่าขาย",
              "SELL");
    };
  }

  private static boolean isAdvice(String text, String phrase, int at) {
    return Symbols.stands(text, phrase, at)
        && NOT_BEFORE.stream().noneMatch(word -> text.startsWith(word, at - word.length()))
        && NOT_AFTER.stream().noneMatch(word -> text.startsWith(word, at + phrase.length()));
  }

  private static boolean isNegated(String text, int at) {
    return NEGATIONS.stream().anyMatch(word -> text.startsWith(word, at - word.length()));
  }
}
