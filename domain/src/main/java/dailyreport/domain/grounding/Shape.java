package dailyreport.domain.grounding;

import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sections a narrative must have and how long they may be: report.md, sections 7 and 8. */
final class Shape {
  /** UTF-16 units of all paragraphs; nothing longer is scanned at all. */
  static final int LONGEST_SCANNED = 4_500;

  private static final int LONGEST = 3_000;

  /** Thai share of all letters below which a text is not written in Thai. */
  private static final double LEAST_THAI = 0.40;

  /** Words of foreign prose in a row; names of companies are shorter, and ours is covered. */
  private static final int FOREIGN_WORDS = 6;

  private Shape() {}

  static int length(Narrative narrative) {
    return narrative.sections().stream().mapToInt(Shape::length).sum();
  }

  private static int length(Section section) {
    return section.paragraphs().stream().mapToInt(String::length).sum();
  }

  static List<Violation> check(Narrative narrative) {
    var violations = new ArrayList<Violation>();
    List<Section.Kind> kinds =
        narrative.sections().stream()
            .filter(section -> section.paragraphs().stream().anyMatch(text -> !text.isBlank()))
            .map(Section::kind)
            .toList();
    if (!kinds.equals(Arrays.asList(Section.Kind.values()))) {
      violations.add(new Violation(Violation.Reason.SECTION, kinds.toString()));
    }
    for (Section section : narrative.sections()) {
      if (isTooLong(section)) {
        violations.add(new Violation(Violation.Reason.LENGTH, section.kind().title()));
      }
    }
    if (length(narrative) > LONGEST) {
      violations.add(new Violation(Violation.Reason.LENGTH, "ทั้งหมด"));
    }
    return violations;
  }

  private static boolean isTooLong(Section section) {
    return switch (section.kind()) {
      case STORY -> length(section) > 600;
      case INSIGHT -> section.paragraphs().stream().anyMatch(text -> text.length() > 500);
      case ACTION -> length(section) > 500;
      case RISK -> section.paragraphs().stream().anyMatch(text -> text.length() > 300);
    };
  }

  /**
   * Whether a sentence of a covered paragraph is in a language with Latin letters. Only words with
   * a small letter count: a list of indicators is no prose.
   */
  static boolean isForeignProse(String covered) {
    int words = 0;
    boolean small = false;
    for (int i = 0; i <= covered.length(); i++) {
      char letter = i < covered.length() ? covered.charAt(i) : ' ';
      if (Symbols.isLatin(letter)) {
        small |= Character.isLowerCase(letter);
        continue;
      }
      words = Symbols.isThai(letter) ? 0 : small ? words + 1 : words;
      small = false;
      if (words >= FOREIGN_WORDS) {
        return true;
      }
    }
    return false;
  }

  /** Whether enough of the letters are Thai; names are covered and do not count. */
  static boolean isThai(List<String> covered) {
    long thai = 0;
    long letters = 0;
    for (String paragraph : covered) {
      thai += paragraph.chars().filter(letter -> Symbols.isThai((char) letter)).count();
      letters +=
          paragraph
              .codePoints()
              .filter(letter -> Character.isLetter(letter) && !Symbols.isThai((char) letter))
              .count();
    }
    letters += thai;
    return letters > 0 && thai >= LEAST_THAI * letters;
  }
}
