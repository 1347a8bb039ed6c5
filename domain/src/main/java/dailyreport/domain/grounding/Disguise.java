package dailyreport.domain.grounding;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds what makes a reader see something else than the check reads: controls that turn the order
 * of digits, marks drawn over them, and letters of other scripts that look like a label's.
 */
final class Disguise {
  private static final Set<UnicodeScript> READ =
      Set.of(
          UnicodeScript.THAI, UnicodeScript.LATIN, UnicodeScript.COMMON, UnicodeScript.INHERITED);

  private Disguise() {}

  /**
   * At most one violation of a kind.
   *
   * @param raw the paragraph as it would be sent
   * @param covered the same, normalised, with names and figures covered
   */
  static List<Violation> check(String raw, String covered) {
    var violations = new ArrayList<Violation>();
    if (raw.codePoints().anyMatch(Disguise::turnsOrder)
        || covered.codePoints().anyMatch(Disguise::isForeignMark)) {
      violations.add(new Violation(Violation.Reason.MALFORMED, ""));
    }
    covered
        .codePoints()
        .filter(point -> Character.isLetter(point) && !isRead(point))
        .findFirst()
        .ifPresent(point ->
            violations.add(new Violation(Violation.Reason.LANGUAGE, Character.toString(point))));
    return violations;
  }

  /** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
  private static boolean turnsOrder(int point) {
    return point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }

  /** Composed letters such as é have no mark of their own any more. */
  private static boolean isForeignMark(int point) {
    int type = Character.getType(point);
    return (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
        && UnicodeScript.of(point) != UnicodeScript.THAI;
  }

  private static boolean isRead(int point) {
    return READ.contains(UnicodeScript.of(point));
  }
}
