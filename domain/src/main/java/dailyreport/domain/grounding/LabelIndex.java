package dailyreport.domain.grounding;

import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All labels of one paragraph, the longest where several overlap: {@code ราคาเป้าหมาย} is no {@code
 * ราคา}. A label in a covered token counts, for {@code SMA20} names a fact.
 */
final class LabelIndex {
  private static final String PRICE = "ราคา";
  private static final String OF = "ของ";

  /** An older report may carry labels that we have no more. */
  private static final Set<String> OURS = Set.copyOf(Labels.all());

  private static final Symbols<String> STANDARD = vocabulary(Set.<String>of());

  private final List<Found> found = new ArrayList<>();

  /** A label, as facts carry it, and its place. */
  record Found(String label, int start, int end) {
    boolean isPercentile() {
      return label.equals(Labels.PERCENTILE);
    }
  }

  /** Indexes a normalised paragraph, not covered. */
  LabelIndex(String text, Symbols<String> vocabulary) {
    String folded = Symbols.folded(text);
    int at = 0;
    while (at < text.length()) {
      Optional<Symbols.Entry<String>> entry = vocabulary.at(folded, at);
      if (entry.isPresent()) {
        int end = at + entry.get().word().length();
        if (!isBase(text, entry.get().meaning(), at)) {
          found.add(new Found(entry.get().meaning(), at, end));
        }
        at = end;
      } else {
        at++;
      }
    }
  }

  /** In {@code ATR 1.47% ของราคา} the price is what the percentage is taken of. */
  private static boolean isBase(String text, String label, int at) {
    int of = at - OF.length();
    return label.equals(PRICE)
        && text.startsWith(OF, of)
        && text.startsWith("%", Symbols.skipSpacesBack(text, of) - 1);
  }

  /** All labels there are, those of absent facts included, to be found in any case. */
  static Symbols<String> vocabulary(List<Fact> facts) {
    Set<String> more =
        facts.stream()
            .flatMap(fact -> fact.labels().stream())
            .filter(label -> !OURS.contains(label))
            .collect(Collectors.toSet());
    return more.isEmpty() ? STANDARD : vocabulary(more);
  }

  private static Symbols<String> vocabulary(Set<String> more) {
    Stream<Symbols.Entry<String>> labels =
        Stream.concat(OURS.stream(), more.stream()).map(label -> new Symbols.Entry<>(label, label));
    return Symbols.longestFirst(
        Stream.concat(labels, Synonyms.all())
            .map(entry -> new Symbols.Entry<>(Symbols.folded(entry.word()), entry.meaning()))
            .toList());
  }

  /** The first label between two places for which the condition holds. */
  Optional<Found> first(int from, int to, Predicate<Found> condition) {
    for (int i = firstFrom(from); i < found.size() && found.get(i).end() <= to; i++) {
      if (condition.test(found.get(i))) {
        return Optional.of(found.get(i));
      }
    }
    return Optional.empty();
  }

  /** The last label between two places for which the condition holds. */
  Optional<Found> last(int from, int to, Predicate<Found> condition) {
    for (int i = firstFrom(to) - 1; i >= 0 && found.get(i).start() >= from; i--) {
      if (found.get(i).end() <= to && condition.test(found.get(i))) {
        return Optional.of(found.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a label begins before the place and ends behind it. */
  boolean covers(int place) {
    int index = firstFrom(place) - 1;
    return index >= 0 && found.get(index).end() > place;
  }

  /** The label that begins exactly there. */
  Optional<Found> at(int place) {
    int index = firstFrom(place);
    return index < found.size() && found.get(index).start() == place
        ? Optional.of(found.get(index))
        : Optional.empty();
  }

  /** Index of the first label that begins at the place or behind it. */
  private int firstFrom(int place) {
    int low = 0;
    int high = found.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (found.get(middle).start() < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
