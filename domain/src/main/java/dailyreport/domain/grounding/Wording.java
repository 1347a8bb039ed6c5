package dailyreport.domain.grounding;

import dailyreport.domain.report.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** {@code ในรอบหนึ่งปี} is how everybody says a year; other counts of time are claims. */
  private static final String ONE = "หนึ่ง";

  private static final String PER_CENT_BEFORE = "ร้อยละ";
  private static final List<String> FRACTIONS = List.of("เท่าตัว", "ครึ่งหนึ่ง");
  private static final String IN = "ใน";

  private static final Set<String> ENGLISH =
      Set.of(
          "TWO",
          "THREE",
          "FOUR",
          "FIVE",
          "SIX",
          "SEVEN",
          "EIGHT",
          "NINE",
          "TEN",
          "ELEVEN",
          "TWELVE",
          "FIFTEEN",
          "TWENTY",
          "THIRTY",
          "FORTY",
          "FIFTY",
          "SIXTY",
          "SEVENTY",
          "EIGHTY",
          "NINETY",
          "HUNDRED",
          "THOUSAND",
          "MILLION",
          "BILLION",
          "HALF",
          "DOUBLE",
          "TRIPLE",
          "TWICE");

  private static final List<String> LINKS = List.of("://", "www.", "](", "@");

  /** The full stop, and the ideographic one that browsers take for it. */
  private static final String DOTS = ".\u3002";

  private Wording() {}

  /** Number words and links in a covered paragraph; numbers in digits are covered too. */
  static List<Violation> check(String covered) {
    return Stream.concat(
            numberWord(covered)
                .or(() -> englishNumber(covered))
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
      if (run.end() > start && (perCent || run.isLarge() || isCount(text, start, run.end()))) {
        return Optional.of(text.substring(at, run.end()));
      }
      for (String fraction : FRACTIONS) {
        if (text.startsWith(fraction, at)) {
          return Optional.of(fraction);
        }
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

  /** Whether a unit, a currency, a time or the whole of a fraction (สองในสาม) follows. */
  private static boolean isCount(String text, int start, int end) {
    int next = Symbols.skipSpaces(text, end);
    return NumberWords.UNITS
            .at(text, next)
            .filter(entry -> entry.meaning() != Unit.NONE)
            .isPresent()
        || NumberWords.CURRENCIES.at(text, next).isPresent()
        || (Tail.counts(text, next) && !text.substring(start, end).equals(ONE))
        || (text.startsWith(IN, end) && run(text, end + IN.length()).end() > end + IN.length());
  }

  private static Optional<String> englishNumber(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && Symbols.isLatin(text.charAt(end))) {
        end++;
      }
      // No number word of the list is longer; a long run of letters is not copied.
      if (end > at && end - at <= 8 && ENGLISH.contains(Symbols.folded(text.substring(at, end)))) {
        return Optional.of(text.substring(at, end));
      }
      at = Math.max(at + 1, end);
    }
    return Optional.empty();
  }

  private static Optional<String> link(String text) {
    Optional<String> sign = LINKS.stream().filter(text::contains).findFirst();
    return sign.or(() -> tag(text)).or(() -> domain(text));
  }

  /** {@code <b>}: no text of ours is written in tags, and no reader wants to see one. */
  private static Optional<String> tag(String text) {
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (isAscii(next) || next == '/' || next == '!') {
        return Optional.of(text.substring(at, at + 2));
      }
    }
    return Optional.empty();
  }

  /** {@code evil.com}: a letter or digit, a dot, two letters. Names with dots are covered. */
  private static Optional<String> domain(String text) {
    for (int dot = 1; dot < text.length() - 2; dot++) {
      boolean named = isAscii(text.charAt(dot - 1)) || Symbols.isDigit(text, dot - 1);
      if (DOTS.indexOf(text.charAt(dot)) >= 0
          && named
          && isAscii(text.charAt(dot + 1))
          && isAscii(text.charAt(dot + 2))) {
        return Optional.of(text.substring(dot - 1, dot + 3));
      }
    }
    return Optional.empty();
  }

  private static boolean isAscii(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }
}
