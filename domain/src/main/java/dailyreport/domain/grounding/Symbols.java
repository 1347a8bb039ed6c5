package dailyreport.domain.grounding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A fixed list of words with a meaning each, found at or before a position, the longest first. A
 * word that begins or ends with a Latin letter is found only where no further Latin letter adjoins,
 * one that ends with a digit where no digit does.
 *
 * @param <M> what a word means
 */
final class Symbols<M> {
  /** Enough that hardly two letters of Thai or ASCII share a bucket. */
  private static final int BUCKETS = 256;

  private final List<List<Entry<M>>> byFirst;
  private final List<List<Entry<M>>> byLast;

  private Symbols(List<Entry<M>> longestFirst) {
    this.byFirst = buckets(longestFirst, word -> word.charAt(0));
    this.byLast = buckets(longestFirst, word -> word.charAt(word.length() - 1));
  }

  /** Most places of a text begin no word at all, so its first letter is asked first. */
  private static <M> List<List<Entry<M>>> buckets(
      List<Entry<M>> entries, Function<String, Character> letter) {
    Map<Integer, List<Entry<M>>> filled =
        entries.stream()
            .collect(Collectors.groupingBy(entry -> letter.apply(entry.word()) % BUCKETS));
    return IntStream.range(0, BUCKETS)
        .mapToObj(bucket -> filled.getOrDefault(bucket, List.of()))
        .toList();
  }

  /** A word and what it means. */
  record Entry<M>(String word, M meaning) {}

  /** A table of these words. */
  static <M> Symbols<M> longestFirst(List<Entry<M>> entries) {
    return new Symbols<>(
        entries.stream()
            .sorted(Comparator.comparingInt((Entry<M> entry) -> entry.word().length()).reversed())
            .toList());
  }

  /** The longest word that begins at {@code at}. */
  Optional<Entry<M>> at(CharSequence text, int at) {
    if (at < 0 || at >= text.length()) {
      return Optional.empty();
    }
    for (Entry<M> entry : byFirst.get(text.charAt(at) % BUCKETS)) {
      if (stands(text, entry.word(), at)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The longest word that ends before {@code end}. */
  Optional<Entry<M>> before(CharSequence text, int end) {
    if (end <= 0 || end > text.length()) {
      return Optional.empty();
    }
    for (Entry<M> entry : byLast.get(text.charAt(end - 1) % BUCKETS)) {
      if (stands(text, entry.word(), end - entry.word().length())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Whether the word stands at that place, not as a part of a longer Latin word. */
  static boolean stands(CharSequence text, String word, int at) {
    int end = at + word.length();
    if (at < 0 || end > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text.charAt(at + i) != word.charAt(i)) {
        return false;
      }
    }
    char last = word.charAt(word.length() - 1);
    boolean longerNumber = isDigit(word, word.length() - 1) && isDigit(text, end);
    boolean joinsBefore = isLatin(word.charAt(0)) && at > 0 && isLatin(text.charAt(at - 1));
    boolean joinsAfter = isLatin(last) && end < text.length() && isLatin(text.charAt(end));
    return !joinsBefore && !joinsAfter && !longerNumber;
  }

  /** Upper case of ASCII letters only, so that every place stays the same. */
  static String folded(String text) {
    var folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 'a' && letter <= 'z') {
        folded.setCharAt(i, (char) (letter - 'a' + 'A'));
      }
    }
    return folded.toString();
  }

  /** Any letter that is not Thai: only those are written with spaces between words. */
  static boolean isLatin(char letter) {
    return Character.isLetter(letter) && !isThai(letter);
  }

  static boolean isThai(char letter) {
    return letter >= '\u0E01' && letter <= '\u0E4E' && letter != '\u0E3F';
  }

  static boolean isDigit(CharSequence text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** The first place from {@code at} on that is no space. */
  static int skipSpaces(CharSequence text, int at) {
    int next = at;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  /** The place after the last character before {@code end} that is no space. */
  static int skipSpacesBack(CharSequence text, int end) {
    int last = end;
    while (last > 0 && text.charAt(last - 1) == ' ') {
      last--;
    }
    return last;
  }
}
