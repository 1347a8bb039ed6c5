package dailyreport.domain.report;

import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one owner of a report's words: composes the text for LINE, command line and file, and the
 * lines that chart, PDF and bubble share with it. Order and headings are fixed: report.md, section
 * 7.
 */
public final class ReportText {
  /** Heading of the percentile list. */
  public static final String PERCENTILES = "การวิเคราะห์เปอร์เซ็นไทล์";

  /** Heading of the news list. */
  public static final String NEWS = "ข่าวอ้างอิง";

  /** Heading of the closing notes. */
  public static final String NOTES = "หมายเหตุ";

  /** Marks a report that was not made from live prices. */
  public static final String EXAMPLE = "ตัวอย่าง";

  private static final int MOST_REASONS = 3;

  private ReportText() {}

  /**
   * The whole text, paragraphs separated by one line break, sections by an empty line.
   *
   * @param report what to tell
   * @param stale whether newer data could not be had, which is always disclosed
   */
  public static String compose(Report report, boolean stale) {
    var blocks = new ArrayList<String>();
    blocks.add(head(report, stale));
    for (Section section : report.narrative().sections()) {
      var lines = new ArrayList<String>();
      lines.add(section.kind().heading());
      if (section.kind() == Section.Kind.ACTION) {
        lines.add(stanceLine(report));
      }
      lines.addAll(section.paragraphs());
      blocks.add(String.join("\n", lines));
    }
    blocks.add(
        "📊 "
            + PERCENTILES
            + "\n"
            + PercentileLine.of(report).stream()
                .map(PercentileLine::text)
                .collect(Collectors.joining("\n")));
    List<Headline> news = report.facts().news();
    if (!news.isEmpty()) {
      var lines = new ArrayList<String>();
      lines.add("📎 " + NEWS);
      for (int i = 0; i < news.size(); i++) {
        lines.add(citation(i + 1, news.get(i)));
      }
      blocks.add(String.join("\n", lines));
    }
    blocks.add(NOTES + "\n" + receiptLine(report) + "\n" + disclaimer(report));
    return String.join("\n\n", blocks) + "\n";
  }

  private static String head(Report report, boolean stale) {
    var lines = new ArrayList<String>();
    lines.add(title(report));
    lines.add(
        "ปิด "
            + report.price().text()
            + report.price().changeText().map(change -> "  " + change).orElse(""));
    lines.add(dataLine(report, stale));
    changeLine(report).ifPresent(lines::add);
    editionLine(report).ifPresent(lines::add);
    return String.join("\n", lines);
  }

  /** {@code DBS19 · DBS Group Holdings (D05.SI, SGX)}. */
  public static String title(Report report) {
    return String.format(
        Locale.ROOT,
        "%s · %s (%s, %s)",
        report.key().ticker(),
        report.facts().company().name(),
        report.facts().underlying().symbol(),
        report.facts().underlying().exchange());
  }

  /**
   * Date of the data; says so when newer data could not be had, when the exchange has had none for
   * ten days, or when it is an example.
   */
  public static String dataLine(Report report, boolean stale) {
    String date = "ข้อมูล ณ " + Figures.date(report.key().session());
    if (report.method().example()) {
      return EXAMPLE + " · " + date + " (ไม่ใช่ราคาปัจจุบัน)";
    }
    if (stale) {
      return date + " ยังดึงข้อมูลล่าสุดไม่ได้";
    }
    // A close of weeks ago is the newest one there is, but nobody should read it as the last one.
    String exchange = report.facts().underlying().exchange().name();
    return report.facts().old()
        ? date + " (ยังไม่มีราคาใหม่จาก " + exchange + ")"
        : date + " (ราคาปิดล่าสุดของ " + exchange + ")";
  }

  /** What crossed a band or turned since the previous session's report, when anything did. */
  public static Optional<String> changeLine(Report report) {
    return report
        .changes()
        .map(changes -> {
          var parts = new ArrayList<String>();
          changes
              .stance()
              .ifPresent(turned ->
                  parts.add(
                      String.format(
                          Locale.ROOT,
                          "ผลตามกฎ จาก %s เป็น %s",
                          turned.before().thai(),
                          turned.after().thai())));
          changes
              .bands()
              .forEach(crossed ->
                  parts.add(
                      String.format(
                          Locale.ROOT,
                          "%s จาก %s เป็น %s",
                          shortName(crossed.indicator()),
                          crossed.before().thai(),
                          crossed.after().thai())));
          return String.join(", ", parts);
        })
        .filter(text -> !text.isEmpty())
        .map(text -> "เปลี่ยนจากรายงานก่อน: " + text);
  }

  /** Says that the narrative is the template's; absent when a model wrote it. */
  public static Optional<String> editionLine(Report report) {
    return switch (report.narrative().author()) {
      case MODEL -> Optional.empty();
      case TEMPLATE -> Optional.of("ฉบับสรุปตัวเลข");
      case TEMPLATE_AFTER_FAILURE -> Optional.of("ฉบับสรุปตัวเลข (บทวิเคราะห์ยังไม่พร้อม)");
    };
  }

  /** {@code ผลตามกฎทางเทคนิค: ถือ (HOLD) คะแนน +3} with at most three reasons or the guard. */
  public static String stanceLine(Report report) {
    StanceRules.Result result = report.facts().stance();
    String line =
        String.format(
            Locale.ROOT,
            "ผลตามกฎทางเทคนิค: %s (%s) คะแนน %s",
            result.stance().thai(),
            result.stance(),
            Figures.signed(BigDecimal.valueOf(result.score()), 0));
    String reasons =
        result
            .guard()
            .map(Guard::thai)
            .orElseGet(() ->
                result.votes().stream()
                    .filter(vote -> speaksFor(result, vote))
                    .limit(MOST_REASONS)
                    .map(Vote::reason)
                    .collect(Collectors.joining(", ")));
    return reasons.isEmpty() ? line : line + " · " + reasons;
  }

  private static boolean speaksFor(StanceRules.Result result, Vote vote) {
    return switch (result.stance()) {
      case BUY -> vote.points() > 0;
      case SELL -> vote.points() < 0;
      case HOLD -> vote.points() != 0;
    };
  }

  /** {@code [1] title — publisher, 10 พ.ย. 2568}. */
  public static String citation(int number, Headline headline) {
    return String.format(
        Locale.ROOT,
        "[%s] %s — %s, %s",
        Figures.grouped(number, 0),
        headline.title(),
        headline.publisher(),
        Figures.date(headline.publishedAt().atZone(Figures.BANGKOK).toLocalDate()));
  }

  /** Says that prices are the underlying's, not the receipt's. */
  public static String receiptLine(Report report) {
    return String.format(
        Locale.ROOT,
        "ราคาเป็นของหุ้นอ้างอิงในสกุล %s ไม่ใช่ราคา DR เป็นบาท",
        report.facts().underlying().currency());
  }

  /** The full disclaimer, with the source and, when a model wrote, who wrote. */
  public static String disclaimer(Report report) {
    String text =
        "จัดทำโดยระบบอัตโนมัติเพื่อการศึกษาเท่านั้น ไม่ใช่คำแนะนำการลงทุน"
            + " ข้อมูลอาจล่าช้าหรือคลาดเคลื่อน ผลในอดีตไม่รับประกันผลในอนาคต ที่มา: "
            + source(report);
    return report.narrative().author() == Narrative.Author.MODEL
        ? text + " เนื้อหาบรรยายเขียนโดย AI"
        : text;
  }

  /** One line for the foot of chart and pages. */
  public static String shortDisclaimer(Report report) {
    return "ข้อมูล: " + source(report) + " · เพื่อการศึกษา ไม่ใช่คำแนะนำการลงทุน";
  }

  /** The prices' source in words. */
  public static String source(Report report) {
    String source = report.method().source();
    return switch (source) {
      case "yahoo" -> "Yahoo Finance";
      case "twelvedata" -> "Twelve Data";
      case "sample" -> "ข้อมูลตัวอย่างจาก ta4j-examples";
      default -> "ไฟล์ราคาตัวอย่าง";
    };
  }

  private static String shortName(Indicator indicator) {
    return switch (indicator) {
      case RSI_14 -> "RSI";
      case MACD -> "MACD";
      case ATR_PCT -> "ATR";
      case VWAP_GAP_PCT -> "ราคาเทียบ VWAP";
      case VOLUME_RATIO -> "ปริมาณ";
      case SMA_20, SMA_50, SMA_200, MACD_SIGNAL, MACD_HISTOGRAM, BB_UPPER, BB_LOWER, VWAP_252 ->
          indicator.name();
    };
  }
}
