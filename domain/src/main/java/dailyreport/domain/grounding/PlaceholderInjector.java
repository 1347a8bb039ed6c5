package dailyreport.domain.grounding;

import dailyreport.domain.market.Band;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Placeholders;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Thresholds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts values in the place of placeholders: report.md, section 9, step 0. A draft may hold no other
 * digits than citations, allowed words such as {@code SMA 20}, and the limits of a class.
 */
public final class PlaceholderInjector {
  private static final List<BigDecimal> LIMITS =
      Stream.concat(
              Arrays.stream(Thresholds.values())
                  .flatMap(thresholds -> thresholds.limits().stream())
                  .map(BigDecimal::abs),
              Band.limits().stream())
          .toList();

  private final FactSheet facts;
  private final Allowed allowed;
  private final List<Violation> violations = new ArrayList<>();

  private PlaceholderInjector(FactSheet facts) {
    this.facts = facts;
    this.allowed = Allowed.of(facts);
  }

  /** The narrative of a model's draft, or what was wrong with its placeholders. */
  public static Injected inject(Draft draft, FactSheet facts) {
    int length =
        draft.sections().stream()
            .flatMap(section -> section.paragraphs().stream())
            .mapToInt(String::length)
            .sum();
    if (length > Shape.LONGEST_SCANNED) {
      return new Injected.Rejected(List.of(new Violation(Violation.Reason.LENGTH, "")));
    }
    var injector = new PlaceholderInjector(facts);
    List<Section> sections = draft.sections().stream().map(injector::section).toList();
    return injector.violations.isEmpty()
        ? new Injected.Done(new Narrative(sections, Narrative.Author.MODEL))
        : new Injected.Rejected(injector.violations);
  }

  private Section section(Section section) {
    return new Section(
        section.kind(),
        section.paragraphs().stream()
            .map(paragraph -> paragraph.replace("**", "").strip())
            .filter(paragraph -> !paragraph.isEmpty())
            .map(this::paragraph)
            .toList());
  }

  private String paragraph(String paragraph) {
    Placeholders parts = Placeholders.split(paragraph);
    parts.faults().forEach(this::refuse);
    var filled = new StringBuilder();
    var bare = new StringBuilder();
    for (Placeholders.Piece piece : parts.pieces()) {
      if (piece.isName()) {
        Placeholders.value(piece.text(), facts)
            .ifPresentOrElse(filled::append, () -> refuse("{" + piece.text() + "}"));
        bare.append(Mask.COVER);
      } else {
        filled.append(piece.text());
        bare.append(NormalText.of(piece.text()));
      }
    }
    refuseDigits(Mask.withoutDates(bare.toString(), allowed).masked());
    return filled.toString();
  }

  private void refuseDigits(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (Symbols.isDigit(text, end)
          || (end > at
              && text.charAt(Math.min(end, text.length() - 1)) == '.'
              && Symbols.isDigit(text, end + 1))) {
        end++;
      }
      if (end > at && !isLimit(text.substring(at, end))) {
        refuse(text.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
  }

  private static boolean isLimit(String digits) {
    return digits.length() <= 4
        && digits.indexOf('.') == digits.lastIndexOf('.')
        && LIMITS.stream().anyMatch(limit -> limit.toPlainString().equals(digits));
  }

  private void refuse(String span) {
    violations.add(new Violation(Violation.Reason.PLACEHOLDER, span));
  }
}
