package dailyreport.domain.grounding;

import dailyreport.domain.report.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words a narrative may not hold: numbers in letters and links. report.md, section 9, step 6. */
final class Wording {
  private static final Symbols<Boolean> NUMBERS =
      Symbols.longestFirst(
          Stream.concat(
                  Stream.of(
                          "หนึ่ง", "เอ็ด", "สอง", "ยี่", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด",
                          "เก้า", "ครึ่ง")
                      .map(word -> new Symbols.Entry<>(word, false)),
                  Stream.of("สิบ", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน")
                      .map(word -> new Symbols.Entry<>(word, true)))
              .toList());

  /** Begin like a number word and are none. */
  private static final List<String> NO_NUMBERS = List.of("พันธ", "สามารถ", "ห้าม", "แสนสิริ");

  private static final String PER_CENT_BEFORE = "ร้อยละ";
  private static final String DOUBLE = "เท่าตัว";
  private static final List<String> LINKS = List.of("://", "www.", "](", "@");
  private static final List<String> DOMAINS =
      List.of("com", "net", "org", "info", "io", "co", "me", "app", "link", "th", "ly", "xyz");

  private Wording() {}

  /** Number words and links in a covered paragraph; numbers in digits are covered too. */
  static List<Violation> check(String covered) {
    return Stream.concat(
            numberWord(covered)
                .map(span -> new Violation(Violation.Reason.NUMBER_WORD, span))
                .stream(),
            link(covered).map(span -> new Violation(Violation.Reason.LINK, span)).stream())
        .toList();
  }

  private static Optional<String> numberWord(String text) {
    int at = 0;
    while (at < text.length()) {
      int start = at;
      boolean perCent = text.startsWith(PER_CENT_BEFORE, at);
      if (perCent) {
        start += PER_CENT_BEFORE.length();
      }
      Run run = run(text, start);
      if (run.end() > start && (perCent || run.isLarge() || unitFollows(text, run.end()))) {
        return Optional.of(text.substring(at, run.end()));
      }
      if (text.startsWith(DOUBLE, at)) {
        return Optional.of(DOUBLE);
      }
      at = Math.max(at + 1, run.end());
    }
    return Optional.empty();
  }

  /** Adjoining number words, and whether they are a digit with a power of ten: ห้าพันล้าน. */
  private record Run(int end, boolean isLarge) {}

  private static Run run(String text, int start) {
    int end = start;
    boolean digit = false;
    boolean large = false;
    while (true) {
      int place = end;
      var word = NUMBERS.at(text, place);
      if (word.isEmpty() || NO_NUMBERS.stream().anyMatch(other -> text.startsWith(other, place))) {
        return new Run(end, large);
      }
      large |= word.get().meaning() && digit;
      digit |= !word.get().meaning();
      end += word.get().word().length();
    }
  }

  private static boolean unitFollows(String text, int end) {
    int next = Symbols.skipSpaces(text, end);
    return Symbols.UNITS.at(text, next).filter(entry -> entry.meaning() != Unit.NONE).isPresent()
        || Symbols.CURRENCIES.at(text, next).isPresent();
  }

  private static Optional<String> link(String text) {
    Optional<String> sign = LINKS.stream().filter(text::contains).findFirst();
    return sign.or(() -> domain(text));
  }

  private static Optional<String> domain(String text) {
    for (int dot = text.indexOf('.'); dot > 0; dot = text.indexOf('.', dot + 1)) {
      int place = dot + 1;
      boolean named = Symbols.isLatin(text.charAt(dot - 1)) || Symbols.isDigit(text, dot - 1);
      if (named && DOMAINS.stream().anyMatch(end -> endsWord(text, end, place))) {
        return Optional.of(text.substring(dot - 1, dot + 1));
      }
    }
    return Optional.empty();
  }

  private static boolean endsWord(String text, String word, int at) {
    int end = at + word.length();
    return text.regionMatches(true, at, word, 0, word.length())
        && !(end < text.length() && Symbols.isLatin(text.charAt(end)));
  }
}
