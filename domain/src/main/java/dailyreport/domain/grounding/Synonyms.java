package dailyreport.domain.grounding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Other words for the labels of facts. They are the check's alone: a narrator is taught the labels,
 * but writes Thai as analysts do.
 */
final class Synonyms {
  /** Stands for no fact of its own, but for any price a chart draws a line at. */
  static final String LEVEL = "แนวรับ";

  /** The facts that a support or a resistance may be. */
  static final Set<String> LEVELS =
      Set.of("SMA_20", "SMA_50", "SMA_200", "BB_UPPER", "BB_LOWER", "VWAP", "HIGH_52W", "LOW_52W");

  private static final Map<String, List<String>> BY_LABEL =
      Map.of(
          "EPS",
          List.of("กำไรต่อหุ้น"),
          "P/E",
          List.of("ราคาต่อกำไร", "พีอี"),
          "กรอบ",
          List.of("กรอบราคา", "ช่วงราคา"),
          "กรอบบน",
          List.of("ขอบบน", "แถบบน", "เส้นบน"),
          "กรอบล่าง",
          List.of("ขอบล่าง", "แถบล่าง", "เส้นล่าง"),
          LEVEL,
          List.of(LEVEL, "แนวต้าน"));

  private static final List<String> MEANS =
      List.of("เส้นค่าเฉลี่ย", "เส้นค่าเฉลี่ยเคลื่อนที่", "ค่าเฉลี่ยเคลื่อนที่", "เส้น");

  private Synonyms() {}

  /** Each word with the label it stands for. */
  static Stream<Symbols.Entry<String>> all() {
    return Stream.concat(
        BY_LABEL.entrySet().stream()
            .flatMap(entry ->
                entry.getValue().stream().map(word -> new Symbols.Entry<>(word, entry.getKey()))),
        Stream.of("20", "50", "200").flatMap(Synonyms::mean));
  }

  /** {@code เส้นค่าเฉลี่ย 200 วัน} is SMA200; without เส้น it may be a mean of the volume. */
  private static Stream<Symbols.Entry<String>> mean(String days) {
    return MEANS.stream()
        .flatMap(word ->
            Stream.of(word + " " + days + " วัน", word + days + " วัน", word + days + "วัน"))
        .map(word -> new Symbols.Entry<>(word, "SMA" + days));
  }
}
