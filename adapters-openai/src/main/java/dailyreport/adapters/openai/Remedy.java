package dailyreport.adapters.openai;

import dailyreport.domain.grounding.Violation;

/** What the model should do about a reason for refusal; told in the repair call. */
final class Remedy {
  private Remedy() {}

  static String of(Violation.Reason reason) {
    return switch (reason) {
      case PLACEHOLDER -> "use only placeholders listed under FACTS, and no digit outside of them";
      case CITATION -> "cite only headlines of the list by their number, or leave the citation out";
      case DATE -> "name no date";
      case MALFORMED, GLUED, PRECISION, VALUE, UNIT, CURRENCY ->
          "replace the number by its placeholder, directly after the word that names it";
      case COUNT -> "name no number of days, weeks, months or times";
      case SIGN, SIGN_MISSING ->
          "write no direction word of your own beside the placeholder, or the right one";
      case NUMBER_WORD -> "write no number in words";
      case STANCE -> "recommend nothing but the given stance, and do not negate it";
      case LINK -> "leave out addresses, handles and links";
      case LANGUAGE -> "write in Thai";
      case SECTION -> "fill this field";
      case LENGTH -> "keep to the lengths of OUTPUT";
    };
  }
}
