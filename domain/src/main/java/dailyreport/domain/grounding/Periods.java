package dailyreport.domain.grounding;

import dailyreport.domain.grounding.LabelIndex.Found;
import dailyreport.domain.report.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the days a sentence names are those its figure is computed over. {@code 20 วัน} is an
 * allowed word, but no VWAP of ours has 20 days, and none looks ahead.
 */
final class Periods {
  private static final Set<Integer> YEAR = Set.of(252);
  private static final Map<String, Set<Integer>> DAYS =
      Map.ofEntries(
          Map.entry("VWAP", YEAR),
          Map.entry(Labels.PERCENTILE, YEAR),
          Map.entry("ปริมาณ", Set.of(20, 252)),
          Map.entry("วอลุ่ม", Set.of(20, 252)),
          Map.entry("RSI", Set.of(14, 252)),
          Map.entry("ATR", Set.of(14, 252)),
          Map.entry("ความผันผวน", Set.of(14, 252)),
          Map.entry("MACD", YEAR),
          Map.entry("สูงสุด", YEAR),
          Map.entry("ราคาสูงสุด", YEAR),
          Map.entry("ต่ำสุด", YEAR),
          Map.entry("ราคาต่ำสุด", YEAR));

  /** Of these a mean of days is said; with any other label it is a moving average of prices. */
  private static final Set<String> AVERAGED = Set.of("ปริมาณ", "วอลุ่ม");

  private static final String MEAN = "ค่าเฉลี่ย";
  private static final String DAY = "วัน";

  private Periods() {}

  /**
   * Periods of another figure, and periods to come.
   *
   * @param text a normalised paragraph
   * @param masked the same with its allowed words covered; any other number is refused already
   */
  static List<Violation> check(String text, String masked, Clauses clauses, LabelIndex labels) {
    var violations = new ArrayList<Violation>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (Symbols.isDigit(text, at)) {
        at++;
      }
      boolean number = at > start && at - start <= 3 && masked.charAt(start) == Mask.COVER;
      int word = number ? Symbols.skipSpaces(text, at) : at;
      if (number && text.startsWith(DAY, word)) {
        int days = Integer.parseInt(text, start, at, 10);
        if (isAhead(text, start, word + DAY.length())
            || (!labels.covers(start) && isForeign(text, start, at, days, clauses, labels))) {
          violations.add(new Violation(Violation.Reason.COUNT, text.substring(start, word + 3)));
        }
      }
      at = Math.max(at, start + 1);
    }
    return violations;
  }

  private static boolean isAhead(String text, int start, int end) {
    int before = Symbols.skipSpacesBack(text, start);
    return text.startsWith("อีก", before - 3)
        || text.startsWith("ข้างหน้า", Symbols.skipSpaces(text, end))
        || text.startsWith("ทำการข้างหน้า", end);
  }

  private static boolean isForeign(
      String text, int start, int end, int days, Clauses clauses, LabelIndex labels) {
    int clauseStart = clauses.start(start);
    int clauseEnd = clauses.end(start);
    Optional<Found> label =
        labels
            .last(clauseStart, start, _ -> true)
            .or(() -> labels.first(end, clauseEnd, _ -> true));
    boolean mean = text.startsWith(MEAN, Symbols.skipSpacesBack(text, start) - MEAN.length());
    return label
        .map(Found::label)
        .filter(name -> !mean || AVERAGED.contains(name))
        .map(DAYS::get)
        .filter(known -> !known.contains(days))
        .isPresent();
  }
}
