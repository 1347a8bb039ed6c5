package dailyreport.domain.report;

import java.util.List;

/**
 * One narrative section.
 *
 * @param kind which
 * @param paragraphs plain text, no heading, no markup
 */
public record Section(Kind kind, List<String> paragraphs) {
  public Section {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The four sections a narrator writes, in the order they are shown. */
  public enum Kind {
    STORY("📖", "เรื่องราวของหุ้นตัวนี้"),
    INSIGHT("💡", "สิ่งที่คุณต้องรู้"),
    ACTION("🎯", "ควรทำอะไรตอนนี้?"),
    RISK("⚠️", "ระวังอะไร?");

    private final String sign;
    private final String title;

    Kind(String sign, String title) {
      this.sign = sign;
      this.title = title;
    }

    /** Heading of the LINE text, with its emoji. */
    public String heading() {
      return sign + " " + title;
    }

    /** Heading for chart and PDF, whose font has no emoji. */
    public String title() {
      return title;
    }
  }
}
