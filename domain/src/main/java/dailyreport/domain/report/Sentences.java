package dailyreport.domain.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Collects template sentences; one that names an absent fact is left out. */
final class Sentences {
  private final FactSheet facts;
  private final List<String> kept = new ArrayList<>();

  Sentences(FactSheet facts) {
    this.facts = facts;
  }

  /** Adds the first of these whose placeholders are all known. */
  Sentences add(String... alternatives) {
    for (String template : alternatives) {
      var filled = Placeholders.fill(template, facts);
      if (filled.isPresent()) {
        kept.add(filled.get());
        return this;
      }
    }
    return this;
  }

  List<String> all() {
    return List.copyOf(kept);
  }

  String joined(String between) {
    return String.join(between, kept);
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  /** The class a fact's value lies in, when the fact is known: {@link Thresholds#level}. */
  OptionalInt level(Thresholds thresholds) {
    return facts
        .fact(thresholds.name())
        .map(fact -> OptionalInt.of(thresholds.level(fact.value().doubleValue())))
        .orElse(OptionalInt.empty());
  }

  /** -1, 0 or +1 as printed; 0 as well when the fact is absent. */
  int sign(String factId) {
    return facts
        .fact(factId)
        .map(fact -> fact.value().setScale(fact.decimals(), RoundingMode.HALF_UP).signum())
        .orElse(0);
  }

  /** What a rule of the stance voted; 0 as well when it lacked data. */
  int vote(Vote.Rule rule) {
    return facts.stance().votes().stream()
        .filter(vote -> vote.rule() == rule)
        .mapToInt(Vote::points)
        .findFirst()
        .orElse(0);
  }

  boolean knows(String... factIds) {
    return List.of(factIds).stream().allMatch(id -> facts.fact(id).isPresent());
  }

  /** -1, 0 or +1 as one known fact's value compares to another's. */
  int compare(String factId, String otherId) {
    return facts
        .fact(factId)
        .flatMap(one -> facts.fact(otherId).map(other -> one.value().compareTo(other.value())))
        .orElse(0);
  }
}
