package dailyreport.domain.report;

import java.util.List;
import java.util.Map;

/**
 * The words that name a fact in a sentence: report.md, section 8. Known also when the fact is
 * absent, so that {@code P/E 12} is never taken for a number without a name.
 */
public final class Labels {
  /** A fact that carries this label is a percentile, and of nothing but its other labels. */
  public static final String PERCENTILE = "เปอร์เซ็นไทล์";

  private static final Map<String, List<String>> BY_FACT =
      Map.ofEntries(
          Map.entry("PRICE", List.of("ราคา", "ปิดที่")),
          Map.entry("CHANGE_PCT", List.of("เปลี่ยนแปลง", "ราคา")),
          Map.entry("VWAP", List.of("VWAP")),
          Map.entry("SMA_20", List.of("SMA20", "SMA 20", "SMA(20)")),
          Map.entry("SMA_50", List.of("SMA50", "SMA 50", "SMA(50)")),
          Map.entry("SMA_200", List.of("SMA200", "SMA 200", "SMA(200)")),
          Map.entry("BB_UPPER", List.of("กรอบบน")),
          Map.entry("BB_LOWER", List.of("กรอบล่าง")),
          Map.entry("RSI", List.of("RSI")),
          Map.entry("MACD", List.of("MACD")),
          Map.entry("MACD_SIGNAL", List.of("Signal", "เส้นสัญญาณ")),
          Map.entry("ATR_PCT", List.of("ATR", "ความผันผวน")),
          Map.entry("VWAP_GAP", List.of("VWAP")),
          Map.entry("VOLUME_RATIO", List.of("ปริมาณ", "วอลุ่ม")),
          Map.entry("RSI_PCTL", List.of("RSI", PERCENTILE)),
          Map.entry("MACD_PCTL", List.of("MACD", PERCENTILE)),
          Map.entry("ATR_PCTL", List.of("ATR", "ความผันผวน", PERCENTILE)),
          Map.entry("VWAP_PCTL", List.of("VWAP", PERCENTILE)),
          Map.entry("VOLUME_PCTL", List.of("ปริมาณ", "วอลุ่ม", PERCENTILE)),
          Map.entry("TARGET_PRICE", List.of("เป้าหมาย", "ราคาเป้าหมาย", "เป้าหมายราคา")),
          Map.entry("HIGH_52W", List.of("สูงสุด", "ราคาสูงสุด", "กรอบ")),
          Map.entry("LOW_52W", List.of("ต่ำสุด", "ราคาต่ำสุด", "กรอบ")),
          Map.entry("EPS", List.of("EPS")),
          Map.entry("MARKET_CAP", List.of("มูลค่าตลาด", "Market Cap")),
          Map.entry("PE", List.of("P/E")),
          Map.entry("DIVIDEND_YIELD", List.of("ปันผล")),
          Map.entry("ANALYSTS", List.of("นักวิเคราะห์")),
          Map.entry("STANCE_SCORE", List.of("คะแนน")));

  private Labels() {}

  /** The labels of a fact of ours. */
  static List<String> of(String factId) {
    return BY_FACT.getOrDefault(factId, List.of());
  }

  /** Every label of every fact of ours, in no order. */
  public static List<String> all() {
    return BY_FACT.values().stream().flatMap(List::stream).distinct().toList();
  }
}
