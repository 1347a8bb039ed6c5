package dailyreport.domain.grounding;

import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All labels of one paragraph, the longest where several overlap: {@code ราคาเป้าหมาย} is no {@code
 * ราคา}. A label in a covered token counts, for {@code SMA20} names a fact.
 */
final class LabelIndex {
  private final List<Found> found = new ArrayList<>();

  /** A label, as facts carry it, and its place. */
  record Found(String label, int start, int end) {
    boolean isPercentile() {
      return label.equals(Labels.PERCENTILE);
    }
  }

  /** Indexes a normalised paragraph, not covered. */
  LabelIndex(String text, Symbols<String> vocabulary) {
    String folded = folded(text);
    int at = 0;
    while (at < text.length()) {
      Optional<Symbols.Entry<String>> entry = vocabulary.at(folded, at);
      if (entry.isPresent()) {
        int end = at + entry.get().word().length();
        found.add(new Found(entry.get().meaning(), at, end));
        at = end;
      } else {
        at++;
      }
    }
  }

  /** All labels there are, those of absent facts included, to be found in any case. */
  static Symbols<String> vocabulary(List<Fact> facts) {
    return Symbols.longestFirst(
        Stream.concat(Labels.all().stream(), facts.stream().flatMap(fact -> fact.labels().stream()))
            .distinct()
            .map(label -> new Symbols.Entry<>(folded(label), label))
            .toList());
  }

  /** The labels that lie between two places, in the order of the text. */
  List<Found> between(int from, int to) {
    return found.stream().filter(one -> one.start() >= from && one.end() <= to).toList();
  }

  /** The label that begins exactly there. */
  Optional<Found> at(int place) {
    return found.stream().filter(one -> one.start() == place).findFirst();
  }

  /** Upper case of ASCII letters only, so that every place stays the same. */
  private static String folded(String text) {
    var folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 'a' && letter <= 'z') {
        folded.setCharAt(i, (char) (letter - 'a' + 'A'));
      }
    }
    return folded.toString();
  }
}
