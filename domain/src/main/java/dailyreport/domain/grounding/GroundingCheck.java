package dailyreport.domain.grounding;

import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Section;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that every number in a narrative is a fact, and that no word contradicts the rules:
 * report.md, section 9, steps 1 to 6, for which the package has a class each. Claims without a
 * number are beyond it.
 */
public final class GroundingCheck {
  /** No word for a bar of weeks ago. */
  private static final String TODAY = "วันนี้";

  private final FactSheet facts;
  private final boolean old;
  private final Allowed allowed;
  private final List<FactMatch> matches;
  private final Symbols<String> vocabulary;
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> covered = new ArrayList<>();

  private GroundingCheck(FactSheet facts) {
    this.facts = facts;
    this.old = facts.old();
    this.allowed = Allowed.of(facts);
    this.matches = facts.facts().stream().map(FactMatch::new).toList();
    this.vocabulary = LabelIndex.vocabulary(facts.facts());
  }

  /** Everything that is wrong with the narrative; empty when it may be shown. */
  public static List<Violation> check(Narrative narrative, FactSheet facts) {
    // Before any other work: a hostile text costs more than its length.
    if (Shape.length(narrative) > Shape.LONGEST_SCANNED) {
      return List.of(new Violation(Violation.Reason.LENGTH, "ทั้งหมด"));
    }
    var check = new GroundingCheck(facts);
    for (Section section : narrative.sections()) {
      section.paragraphs().forEach(check::paragraph);
    }
    if (!Shape.isThai(check.covered) || check.covered.stream().anyMatch(Shape::isForeignProse)) {
      check.violations.add(new Violation(Violation.Reason.LANGUAGE, ""));
    }
    check.violations.addAll(Shape.check(narrative));
    return List.copyOf(check.violations);
  }

  private void paragraph(String paragraph) {
    String text = NormalText.of(paragraph);
    // One compatibility character can stand for eighteen.
    if (text.length() > Shape.LONGEST_SCANNED) {
      violations.add(new Violation(Violation.Reason.LENGTH, ""));
      return;
    }
    Mask mask = Mask.of(text, allowed);
    violations.addAll(mask.violations());
    ClaimScanner.Scan scan = ClaimScanner.scan(mask.masked());
    violations.addAll(scan.violations());
    Clauses clauses = Clauses.of(text);
    var labels = new LabelIndex(text, vocabulary);
    violations.addAll(new ClaimCheck(text, scan.claims(), matches, clauses, labels).violations());
    violations.addAll(Periods.check(text, mask.masked(), clauses, labels));
    scan.claims().forEach(claim -> mask.cover(claim.start(), claim.end()));
    covered.add(mask.masked());
    violations.addAll(Wording.check(mask.masked()));
    violations.addAll(Disguise.check(paragraph, mask.masked()));
    if (old && text.contains(TODAY)) {
      violations.add(new Violation(Violation.Reason.DATE, TODAY));
    }
    Advice.against(facts.stance().stance(), mask.masked())
        .ifPresent(phrase -> violations.add(new Violation(Violation.Reason.STANCE, phrase)));
  }
}
