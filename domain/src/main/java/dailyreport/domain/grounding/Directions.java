package dailyreport.domain.grounding;

import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Unit;
import java.util.List;
import java.util.stream.Stream;

/** The words of a paragraph that say up or down, plus or minus. */
final class Directions {
  /** How a word says it, which decides for what kind of number it counts. */
  private enum Kind {
    /** A change: {@code ลดลง 2.35%}. */
    MOVE,
    /** A sign: {@code MACD เป็นบวก}. */
    POLARITY,
    /** A place above or below something: {@code ต่ำกว่า VWAP}. */
    COMPARISON,
    /** Earnings below zero: {@code ขาดทุนต่อหุ้น 7.56 HKD}; holders lose money above zero, too. */
    LOSS
  }

  private record Word(Kind kind, int sign) {}

  private static final Symbols<Word> WORDS =
      Symbols.longestFirst(
          Stream.of(
                  entries(
                      Kind.MOVE,
                      1,
                      "เพิ่มขึ้น",
                      "ปรับขึ้น",
                      "ปรับตัวขึ้น",
                      "ขยับขึ้น",
                      "สูงขึ้น",
                      "พุ่ง",
                      "ดีดตัว",
                      "ฟื้นตัว",
                      "บวกขึ้น"),
                  entries(
                      Kind.MOVE,
                      -1,
                      "ลดลง",
                      "ปรับลง",
                      "ปรับตัวลง",
                      "ขยับลง",
                      "ต่ำลง",
                      "ร่วง",
                      "ดิ่ง",
                      "อ่อนตัว",
                      "ย่อตัว",
                      "หดตัว"),
                  entries(
                      Kind.POLARITY,
                      1,
                      "เป็นบวก",
                      "แดนบวก",
                      "ฝั่งบวก",
                      "เหนือศูนย์",
                      "สูงกว่าศูนย์",
                      "เหนือเส้นศูนย์"),
                  entries(
                      Kind.POLARITY,
                      -1,
                      "เป็นลบ",
                      "ติดลบ",
                      "แดนลบ",
                      "ฝั่งลบ",
                      "ใต้ศูนย์",
                      "ต่ำกว่าศูนย์",
                      "ใต้เส้นศูนย์",
                      "ต่ำกว่าเส้นศูนย์"),
                  entries(Kind.LOSS, -1, "ขาดทุน"),
                  entries(Kind.COMPARISON, 1, "สูงกว่า", "เหนือ", "มากกว่า"),
                  entries(Kind.COMPARISON, -1, "ต่ำกว่า", "ใต้", "น้อยกว่า"))
              .flatMap(List::stream)
              .toList());

  /** Too common to count anywhere but right before the number; เปลี่ยนแปลง only ends like one. */
  private static final Symbols<Word> ADJOINING =
      Symbols.longestFirst(
          List.of(
              new Symbols.Entry<>("ขึ้น", new Word(Kind.MOVE, 1)),
              new Symbols.Entry<>("ลง", new Word(Kind.MOVE, -1)),
              new Symbols.Entry<>("แปลง", new Word(Kind.MOVE, 0)),
              new Symbols.Entry<>("บวก", new Word(Kind.POLARITY, 1)),
              new Symbols.Entry<>("ลบ", new Word(Kind.POLARITY, -1))));

  private final String text;
  private final LabelIndex labels;

  Directions(String text, LabelIndex labels) {
    this.text = text;
    this.labels = labels;
  }

  private static List<Symbols.Entry<Word>> entries(Kind kind, int sign, String... words) {
    return Stream.of(words).map(word -> new Symbols.Entry<>(word, new Word(kind, sign))).toList();
  }

  /** The sign of the comparison that begins at {@code place}, 0 if none does. */
  static int comparisonAt(String text, int place) {
    return WORDS
        .at(text, place)
        .filter(entry -> entry.meaning().kind() == Kind.COMPARISON)
        .map(entry -> entry.meaning().sign())
        .orElse(0);
  }

  static int comparisonLength(String text, int place) {
    return WORDS.at(text, place).map(entry -> entry.word().length()).orElse(0);
  }

  /** What the last word before a number says of that fact; 0 when none says anything. */
  int before(int from, int to, Fact fact) {
    int end = Symbols.skipSpacesBack(text, to);
    for (int at = to - 1; at >= from; at--) {
      int sign = signAt(WORDS, at, to, fact);
      if (sign != 0) {
        int length = WORDS.at(text, at).map(entry -> entry.word().length()).orElse(0);
        int nearer = at + length < end ? adjoining(end, fact) : 0;
        return nearer == 0 ? sign : nearer;
      }
    }
    return adjoining(end, fact);
  }

  private int adjoining(int end, Fact fact) {
    return ADJOINING
        .before(text, end)
        .map(entry -> signAt(ADJOINING, end - entry.word().length(), end, fact))
        .orElse(0);
  }

  /** What the first word after a number says of that fact; 0 when none says anything. */
  int after(int from, int to, Fact fact) {
    for (int at = from; at < to; at++) {
      int sign = signAt(WORDS, at, to, fact);
      if (sign != 0) {
        return sign;
      }
    }
    return 0;
  }

  private int signAt(Symbols<Word> words, int at, int to, Fact fact) {
    return words
        .at(text, at)
        .filter(entry -> at + entry.word().length() <= to)
        .filter(entry -> counts(entry, at, fact))
        .map(entry -> isNegated(at) ? -entry.meaning().sign() : entry.meaning().sign())
        .orElse(0);
  }

  /** MACD falls and stays positive, so only a word for its sign counts; a change has all three. */
  private boolean counts(Symbols.Entry<Word> entry, int at, Fact fact) {
    return switch (entry.meaning().kind()) {
      case POLARITY -> true;
      case LOSS -> fact.unit() == Unit.MONEY;
      case MOVE -> fact.unit() == Unit.PCT;
      case COMPARISON ->
          fact.unit() == Unit.PCT
              && labels
                  .at(Symbols.skipSpaces(text, at + entry.word().length()))
                  .map(label -> fact.labels().contains(label.label()))
                  .orElse(true);
    };
  }

  private boolean isNegated(int at) {
    return text.startsWith("ไม่", at - "ไม่".length());
  }
}
