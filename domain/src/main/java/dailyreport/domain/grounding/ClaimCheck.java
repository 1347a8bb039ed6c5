package dailyreport.domain.grounding;

import dailyreport.domain.market.Band;
import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Thresholds;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares each number of a paragraph with the facts its sentence speaks of: report.md, section 9,
 * steps 4 and 5.
 */
final class ClaimCheck {
  /** With one of these before it a number may be a threshold of the label. */
  private static final List<String> CONDITIONS =
      List.of("เกิน", "ต่ำกว่า", "สูงกว่า", "ระดับ", "หลุด", "แตะ", "ถ้า", "หาก");

  private static final Set<String> RANGES = Set.of("-", "~", "ถึง");

  private final String text;
  private final List<Claim> claims;
  private final Clauses clauses;
  private final Binding binding;
  private final Directions directions;

  ClaimCheck(
      String text, List<Claim> claims, List<FactMatch> facts, Clauses clauses, LabelIndex labels) {
    this.text = text;
    this.claims = claims;
    this.clauses = clauses;
    this.binding = new Binding(text, facts, labels);
    this.directions = new Directions(text, labels);
  }

  /** The claims that no fact supports. */
  List<Violation> violations() {
    return Stream.iterate(0, i -> i < claims.size(), i -> i + 1)
        .flatMap(i -> fault(place(i)).stream())
        .toList();
  }

  private Place place(int index) {
    Claim claim = claims.get(index);
    int clauseStart = clauses.start(claim.start());
    int clauseEnd = clauses.end(claim.start());
    int from = index == 0 ? 0 : claims.get(index - 1).end();
    int to = index + 1 < claims.size() ? claims.get(index + 1).start() : text.length();
    return new Place(
        claim,
        clauseStart,
        Math.max(clauseStart, Math.min(from, claim.start())),
        Math.max(claim.end(), Math.min(clauseEnd, to)),
        clauseEnd,
        Math.min(claim.start(), conditionsFrom(index, clauseStart)));
  }

  private Optional<Violation> fault(Place place) {
    Claim claim = place.claim();
    Binding.Bound bound = binding.of(place);
    int compared = bound.compared();
    Optional<Violation.Reason> reason =
        bound.candidates().stream()
            .map(match -> match.fault(claim, fact -> compared != 0 ? compared : said(place, fact)))
            .min(Comparator.comparingInt(ClaimCheck::progress))
            .orElse(Optional.of(Violation.Reason.VALUE));
    return reason
        .filter(known -> !isThreshold(place, bound))
        .map(known -> new Violation(known, text.substring(claim.start(), claim.end())));
  }

  /** Lower is nearer to a match. */
  private static int progress(Optional<Violation.Reason> reason) {
    return reason.map(known -> FactMatch.ORDER.size() - FactMatch.ORDER.indexOf(known)).orElse(0);
  }

  private int said(Place place, Fact fact) {
    int before = directions.before(place.from(), place.claim().start(), fact);
    return before != 0 ? before : directions.after(place.claim().end(), place.to(), fact);
  }

  private boolean isThreshold(Place place, Binding.Bound bound) {
    Claim claim = place.claim();
    if (claim.magnitude() != 0 || !isConditional(place)) {
      return false;
    }
    return binding.limited(place, bound).stream()
        .map(FactMatch::fact)
        .filter(fact -> fact.unit() == claim.unit())
        .flatMap(fact ->
            bound.percentile()
                ? Band.limits().stream()
                : Thresholds.of(fact.id()).map(Thresholds::limits).orElse(List.of()).stream())
        .anyMatch(limit -> isLimit(claim, limit));
  }

  /**
   * Whether a condition word stands between the number before and this one. Behind it none counts:
   * {@code ATR 2% อยู่ในระดับต่ำ} claims a value. The second number of a range has the words of the
   * first.
   */
  private boolean isConditional(Place place) {
    String words = text.substring(place.conditionsFrom(), place.claim().start());
    return CONDITIONS.stream().anyMatch(words::contains);
  }

  /** Where the words begin that speak of the claim at {@code index} alone, or of its range. */
  private int conditionsFrom(int index, int clauseStart) {
    boolean second = index > 0 && RANGES.contains(between(index - 1, index));
    int first = second ? index - 1 : index;
    return Math.max(clauseStart, first == 0 ? 0 : claims.get(first - 1).end());
  }

  private String between(int one, int next) {
    int end = claims.get(one).end();
    int start = claims.get(next).start();
    return start < end || start - end > 10 ? "" : text.substring(end, start).strip();
  }

  private static boolean isLimit(Claim claim, BigDecimal limit) {
    return claim.number().scale() <= limit.scale()
        && claim.number().compareTo(limit.abs()) == 0
        && (claim.sign() == 0 || claim.sign() == limit.signum());
  }
}
