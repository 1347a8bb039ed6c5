package dailyreport.domain.grounding;

import dailyreport.domain.report.Unit;
import java.util.List;

/**
 * What stands behind a number and belongs to it: {@code พันล้าน SGD}, {@code %}, {@code เท่า}.
 *
 * @param end place after it
 * @param magnitude power of ten
 * @param unit {@link Unit#MONEY} with a currency, {@link Unit#NONE} when there is no unit
 * @param currency ISO 4217 code, จุด for points, or empty text
 * @param counts whether the number counts days, months, times, which no fact does
 */
record Tail(int end, int magnitude, Unit unit, String currency, boolean counts) {
  private static final List<String> COUNTED =
      List.of("วัน", "สัปดาห์", "เดือน", "ปี", "ชั่วโมง", "นาที", "ครั้ง", "ไตรมาส");

  /** With one of these behind it it is counted all the same: 3 วันก่อนหน้า. */
  private static final List<String> PAST = List.of("ก่อนหน้า");

  /** Points of an index: RSI has them, a price does not. */
  private static final String POINTS = "จุด";

  private static final List<String> NO_POINTS = List.of("สูง", "ต่ำ", "ที่", "ซื้อ", "ขาย", "กลับ");

  /** With one of these behind it the counted word is a date: วันนี้, วันก่อน, ปีหน้า. */
  private static final List<String> DATE_ENDS = List.of("นี้", "ก่อน", "หน้า", "แรก");

  /** Begins a date that is allowed, and therefore covered by now. */
  private static final String ON_DAY = "วันที่";

  /** Reads on from the place after a number's last digit. */
  static Tail after(String text, int numberEnd) {
    int end = numberEnd;
    int magnitude = 0;
    int next = Symbols.skipSpaces(text, end);
    var power = NumberWords.MAGNITUDES.at(text, next);
    if (power.isPresent()) {
      magnitude = power.get().meaning();
      end = next + power.get().word().length();
      next = Symbols.skipSpaces(text, end);
    }
    int after = next;
    var unit = NumberWords.UNITS.at(text, next).filter(entry -> isUnit(text, entry, after));
    if (unit.isPresent()) {
      int unitEnd = next + unit.get().word().length();
      return new Tail(unitEnd, magnitude, unit.get().meaning(), "", false);
    }
    // A currency sign with a digit right behind it belongs to the next number.
    var currency =
        NumberWords.CURRENCIES
            .at(text, next)
            .filter(entry -> !Symbols.isDigit(text, after + entry.word().length()));
    if (currency.isPresent()) {
      int currencyEnd = next + currency.get().word().length();
      return new Tail(currencyEnd, magnitude, Unit.MONEY, currency.get().meaning(), false);
    }
    if (isPoints(text, next)) {
      return new Tail(next + POINTS.length(), magnitude, Unit.NONE, POINTS, false);
    }
    return new Tail(end, magnitude, Unit.NONE, "", counts(text, next));
  }

  private static boolean isUnit(String text, Symbols.Entry<Unit> entry, int at) {
    return switch (entry.meaning()) {
      case NONE -> false;
      case OF100 -> !Symbols.isDigit(text, at + entry.word().length());
      case PCT, MULT, MONEY -> true;
    };
  }

  private static boolean isPoints(String text, int at) {
    return text.startsWith(POINTS, at)
        && NO_POINTS.stream().noneMatch(end -> text.startsWith(end, at + POINTS.length()));
  }

  /** Whether a word of time begins there that a number before it would count. */
  static boolean counts(String text, int at) {
    boolean date =
        text.startsWith(ON_DAY, at)
            && text.startsWith(
                String.valueOf(Mask.COVER), Symbols.skipSpaces(text, at + ON_DAY.length()));
    return !date
        && COUNTED.stream()
            .filter(word -> text.startsWith(word, at))
            .anyMatch(word -> isCounted(text, at + word.length()));
  }

  private static boolean isCounted(String text, int end) {
    return PAST.stream().anyMatch(past -> text.startsWith(past, end))
        || DATE_ENDS.stream().noneMatch(date -> text.startsWith(date, end));
  }
}
