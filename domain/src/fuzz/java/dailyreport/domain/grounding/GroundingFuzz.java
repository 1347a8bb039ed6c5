package dailyreport.domain.grounding;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * Whatever a model writes, the check returns: within the time for a text at the cap, at once for a
 * longer one.
 */
class GroundingFuzz {
  private static final int CAP = 4_500;

  /** What surrounds the fuzzed paragraph in {@link Grounding#narrative}. */
  private static final int AROUND =
      Grounding.narrative("").sections().stream()
          .flatMap(section -> section.paragraphs().stream())
          .mapToInt(String::length)
          .sum();

  /** Promised for an idle machine; coverage probes and other processes cost several times that. */
  private static final long LONGEST_NANOS = 50_000_000L;

  private static final int SLACK = 5;
  private static final int TRIES = 8;

  private static final List<String> PIECES =
      List.of(
          "RSI",
          "MACD",
          "VWAP",
          "ATR",
          "SMA20",
          "SMA 50",
          "ราคา",
          "ปิดที่",
          "ปริมาณ",
          "P/E",
          "EPS",
          "เปอร์เซ็นไทล์",
          "กรอบ",
          "แนวรับ",
          "เส้นค่าเฉลี่ย 200 วัน",
          "66.35",
          "0.57",
          "53.15",
          "1,234",
          "77.8",
          "-",
          "+",
          "~",
          ".",
          ",",
          "%",
          " เท่า",
          "/100",
          " SGD",
          "S$",
          " พันล้าน",
          " จุด",
          "ประมาณ",
          "สูงกว่า",
          "ต่ำกว่า",
          "เพิ่มขึ้น",
          "ลดลง",
          "ติดลบ",
          "ของ",
          "จาก",
          "ซึ่งเป็น",
          "จุด",
          "ระดับ",
          "เกิน",
          "หาก",
          " แต่",
          " และ",
          "\n",
          ";",
          " ",
          "[1]",
          "[",
          "11 พ.ย. 2568",
          "2025-11-11",
          "20 วัน",
          "52 สัปดาห์",
          "ห้า",
          "สิบ",
          "ร้อยละ",
          "ใน",
          "ควรซื้อ",
          "ไม่",
          "a",
          "@",
          "๖",
          "\u200b",
          "\u202e",
          "\uFDFA",
          "ำ",
          "{",
          "}");

  @FuzzTest(maxDuration = "60s")
  void theCheckReturnsInTime(FuzzedDataProvider data) {
    Golden golden = data.pickValue(Golden.values());
    var unit = new StringBuilder();
    while (data.remainingBytes() > 0 && unit.length() < CAP) {
      unit.append(data.consumeBoolean() ? data.pickValue(PIECES) : data.consumeString(8));
    }
    String text = unit.isEmpty() ? "ก" : unit.toString();
    String full = text.repeat(CAP / text.length() + 1).substring(0, CAP - AROUND);

    Grounding.reasons(text, golden.facts());
    inTime(full, golden);
    List<Violation.Reason> longer = Grounding.reasons(full + "ก", golden.facts());
    if (!longer.equals(List.of(Violation.Reason.LENGTH))) {
      throw new AssertionError("over the cap: " + longer);
    }
  }

  /** The fastest of some tries: a pause of the machine is not the check's fault. */
  private static void inTime(String text, Golden golden) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && fastest > LONGEST_NANOS; i++) {
      long start = System.nanoTime();
      Grounding.reasons(text, golden.facts());
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    if (fastest > SLACK * LONGEST_NANOS) {
      throw new AssertionError(fastest / 1_000_000 + " ms for " + text);
    }
  }
}
