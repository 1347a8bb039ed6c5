package dailyreport.domain.grounding;

/**
 * Why a narrative may not be shown.
 *
 * @param reason class of the fault
 * @param span the offending text, for the repair call only; never logged
 */
public record Violation(Reason reason, String span) {

  /** Classes of faults: report.md, section 9. */
  public enum Reason {
    PLACEHOLDER,
    CITATION,
    DATE,
    MALFORMED,
    GLUED,
    COUNT,
    PRECISION,
    VALUE,
    UNIT,
    CURRENCY,
    SIGN,
    SIGN_MISSING,
    NUMBER_WORD,
    STANCE,
    LINK,
    LANGUAGE,
    SECTION,
    LENGTH
  }
}
