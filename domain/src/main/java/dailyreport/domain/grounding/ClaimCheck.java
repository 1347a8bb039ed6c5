package dailyreport.domain.grounding;

import dailyreport.domain.market.Band;
import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Labels;
import dailyreport.domain.report.Thresholds;
import dailyreport.domain.report.Unit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds for each number of a paragraph the fact its sentence speaks of, and compares: report.md,
 * section 9, steps 4 and 5.
 */
final class ClaimCheck {
  /** With one of these before it a number may be a threshold of the label. */
  private static final List<String> CONDITIONS =
      List.of("เกิน", "ต่ำกว่า", "สูงกว่า", "ระดับ", "หลุด", "แตะ", "ถ้า", "หาก");

  /** With a label right behind them these speak of a distance from it. */
  private static final List<String> FROM = List.of("ของ", "จาก");

  private static final Set<String> RANGES = Set.of("-", "~", "ถึง");

  private final String text;
  private final List<Fact> facts;
  private final List<Claim> claims;
  private final Clauses clauses;
  private final LabelIndex labels;
  private final Directions directions;

  ClaimCheck(String text, List<Claim> claims, List<Fact> facts, Symbols<String> vocabulary) {
    this.text = text;
    this.facts = facts;
    this.claims = claims;
    this.clauses = Clauses.of(text);
    this.labels = new LabelIndex(text, vocabulary);
    this.directions = new Directions(text, labels);
  }

  /** The claims that no fact supports. */
  List<Violation> violations() {
    return Stream.iterate(0, i -> i < claims.size(), i -> i + 1)
        .flatMap(i -> fault(i).stream())
        .toList();
  }

  /** A claim's surroundings: its clause and the numbers next to it. */
  private record Place(
      Claim claim, int clauseStart, int from, int to, int clauseEnd, int conditionsFrom) {}

  private Optional<Violation> fault(int index) {
    Claim claim = claims.get(index);
    int clauseStart = clauses.start(claim.start());
    int clauseEnd = clauses.end(claim.start());
    int from = index == 0 ? 0 : claims.get(index - 1).end();
    int to = index + 1 < claims.size() ? claims.get(index + 1).start() : text.length();
    var place =
        new Place(
            claim,
            clauseStart,
            Math.max(clauseStart, Math.min(from, claim.start())),
            Math.max(claim.end(), Math.min(clauseEnd, to)),
            clauseEnd,
            Math.min(claim.start(), conditionsFrom(index, clauseStart)));
    Optional<LabelIndex.Found> following = following(claim);
    Optional<LabelIndex.Found> label =
        following
            .or(() -> last(labels.between(clauseStart, claim.start())))
            .or(() -> labels.between(claim.end(), clauseEnd).stream().findFirst());
    boolean percentile = isPercentile(place, label);
    List<Fact> candidates = percentile ? percentiles(place, following) : named(label);
    int compared = following.isPresent() ? Directions.comparisonAt(text, behind(claim)) : 0;
    Optional<Violation.Reason> reason =
        candidates.stream()
            .map(fact ->
                FactMatch.fault(
                    claim, fact, known -> compared != 0 ? compared : said(place, known)))
            .min(Comparator.comparingInt(ClaimCheck::progress))
            .orElse(Optional.of(Violation.Reason.VALUE));
    return reason
        .filter(known -> label.isEmpty() || !isThreshold(place, candidates, percentile))
        .map(known -> new Violation(known, text.substring(claim.start(), claim.end())));
  }

  /** Lower is nearer to a match. */
  private static int progress(Optional<Violation.Reason> reason) {
    return reason.map(known -> FactMatch.ORDER.size() - FactMatch.ORDER.indexOf(known)).orElse(0);
  }

  private int behind(Claim claim) {
    return Symbols.skipSpaces(text, claim.end());
  }

  /**
   * The label in {@code 19.51% เหนือ VWAP} or {@code 0.57 เท่าของปริมาณ}. Only a distance is read
   * this way: in {@code ราคา 53.15 SGD สูงกว่า SMA20} the number is the price.
   */
  private Optional<LabelIndex.Found> following(Claim claim) {
    if (claim.unit() != Unit.PCT && claim.unit() != Unit.MULT) {
      return Optional.empty();
    }
    int at = behind(claim);
    int word =
        Directions.comparisonAt(text, at) != 0
            ? Directions.comparisonLength(text, at)
            : FROM.stream()
                .filter(known -> text.startsWith(known, at))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    return word == 0 ? Optional.empty() : labels.at(Symbols.skipSpaces(text, at + word));
  }

  private boolean isPercentile(Place place, Optional<LabelIndex.Found> label) {
    boolean named = label.map(LabelIndex.Found::isPercentile).orElse(false);
    return named
        || (place.claim().unit() == Unit.PCT
            && labels.between(place.from(), place.claim().start()).stream()
                .anyMatch(LabelIndex.Found::isPercentile));
  }

  private List<Fact> named(Optional<LabelIndex.Found> label) {
    return label
        .map(known ->
            facts.stream()
                .filter(fact -> fact.labels().contains(known.label()))
                .filter(fact -> !fact.labels().contains(Labels.PERCENTILE))
                .toList())
        .orElse(facts);
  }

  /** The percentiles of the nearest indicator: one's percentile never covers another's. */
  private List<Fact> percentiles(Place place, Optional<LabelIndex.Found> following) {
    List<Fact> all =
        facts.stream().filter(fact -> fact.labels().contains(Labels.PERCENTILE)).toList();
    Optional<LabelIndex.Found> indicator =
        following
            .filter(label -> !label.isPercentile())
            .or(() -> last(indicators(place.clauseStart(), place.claim().start())))
            .or(() -> indicators(place.claim().end(), place.clauseEnd()).stream().findFirst())
            .or(() -> last(indicators(0, place.clauseStart())));
    return indicator
        .map(label -> all.stream().filter(fact -> fact.labels().contains(label.label())).toList())
        .orElse(all);
  }

  private List<LabelIndex.Found> indicators(int from, int to) {
    return labels.between(from, to).stream().filter(label -> !label.isPercentile()).toList();
  }

  private int said(Place place, Fact fact) {
    int before = directions.before(place.from(), place.claim().start(), fact);
    return before != 0 ? before : directions.after(place.claim().end(), place.to(), fact);
  }

  private boolean isThreshold(Place place, List<Fact> candidates, boolean percentile) {
    Claim claim = place.claim();
    if (claim.magnitude() != 0 || !isConditional(place)) {
      return false;
    }
    return candidates.stream()
        .filter(fact -> fact.unit() == claim.unit())
        .flatMap(fact ->
            percentile
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

  private static Optional<LabelIndex.Found> last(List<LabelIndex.Found> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(some.getLast());
  }
}
