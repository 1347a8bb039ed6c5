package dailyreport.domain.grounding;

import dailyreport.domain.report.Unit;
import java.util.List;
import java.util.Map;

/** The words around a number that belong to it: report.md, sections 9 and 13. */
final class NumberWords {
  /**
   * Currency words, report.md section 13; the bare dollar is the one of the United States. The last
   * ones are the currency of no exchange of ours, so that {@code 53.15 หยวน} is no bare number.
   */
  static final Symbols<String> CURRENCIES =
      of(
          Map.ofEntries(
              Map.entry("SGD", List.of("SGD", "S$", "ดอลลาร์สิงคโปร์", "เหรียญสิงคโปร์")),
              Map.entry(
                  "USD",
                  List.of("USD", "US$", "$", "ดอลลาร์สหรัฐ", "เหรียญสหรัฐ", "ดอลลาร์", "เหรียญ")),
              Map.entry("HKD", List.of("HKD", "HK$", "ดอลลาร์ฮ่องกง", "เหรียญฮ่องกง")),
              Map.entry("TWD", List.of("TWD", "NT$", "ดอลลาร์ไต้หวัน", "เหรียญไต้หวัน")),
              Map.entry("JPY", List.of("JPY", "¥", "เยน")),
              Map.entry("VND", List.of("VND", "₫", "ดอง")),
              Map.entry("EUR", List.of("EUR", "€", "ยูโร")),
              Map.entry("THB", List.of("THB", "฿", "บาท")),
              Map.entry("CNY", List.of("CNY", "RMB", "หยวน")),
              Map.entry("GBP", List.of("GBP", "£", "ปอนด์")),
              Map.entry("MYR", List.of("MYR", "RM", "ริงกิต")),
              Map.entry("KRW", List.of("KRW", "₩", "วอน")),
              Map.entry("INR", List.of("INR", "₹", "รูปี")),
              Map.entry("IDR", List.of("IDR", "รูเปียห์")),
              Map.entry("PHP", List.of("PHP", "เปโซ")),
              Map.entry("CHF", List.of("CHF", "ฟรังก์")),
              Map.entry("AUD", List.of("AUD", "A$", "ดอลลาร์ออสเตรเลีย")),
              Map.entry("CAD", List.of("CAD", "C$", "ดอลลาร์แคนาดา"))));

  /** Powers of ten. */
  static final Symbols<Integer> MAGNITUDES =
      of(
          Map.of(
              3, List.of("พัน", "K", "thousand"),
              4, List.of("หมื่น"),
              5, List.of("แสน"),
              6, List.of("ล้าน", "M", "million"),
              7, List.of("สิบล้าน"),
              8, List.of("ร้อยล้าน"),
              9, List.of("พันล้าน", "B", "billion"),
              10, List.of("หมื่นล้าน"),
              11, List.of("แสนล้าน"),
              12, List.of("ล้านล้าน", "T", "trillion")));

  /** Units after a number; words that only begin like one mean {@link Unit#NONE}. */
  static final Symbols<Unit> UNITS =
      of(
          Map.of(
              Unit.PCT, List.of("%", "เปอร์เซ็นต์", "เปอร์เซนต์"),
              Unit.MULT, List.of("เท่า", "x", "X"),
              Unit.OF100, List.of("/100"),
              Unit.NONE, List.of("เท่ากับ", "เท่ากัน", "เท่านั้น", "เท่าเดิม")));

  private NumberWords() {}

  private static <M> Symbols<M> of(Map<M, List<String>> words) {
    return Symbols.longestFirst(
        words.entrySet().stream()
            .flatMap(entry ->
                entry.getValue().stream().map(word -> new Symbols.Entry<>(word, entry.getKey())))
            .toList());
  }
}
