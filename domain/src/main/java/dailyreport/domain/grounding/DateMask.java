package dailyreport.domain.grounding;

import dailyreport.domain.report.Figures;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Finds dates in a paragraph and covers them, the allowed ones silently. Forms: {@code 2025-11-11},
 * {@code 11/11/2568}, {@code 11 พ.ย. 2568}, {@code 11 พฤศจิกายน 68}, {@code 11 พ.ย.}, {@code ปี
 * 2568}, {@code พ.ศ. 2568}, {@code ค.ศ. 2025}, {@code Q4 2025}.
 */
final class DateMask {
  private static final List<String> FULL_MONTHS =
      List.of(
          "มกราคม",
          "กุมภาพันธ์",
          "มีนาคม",
          "เมษายน",
          "พฤษภาคม",
          "มิถุนายน",
          "กรกฎาคม",
          "สิงหาคม",
          "กันยายน",
          "ตุลาคม",
          "พฤศจิกายน",
          "ธันวาคม");
  private static final List<String> BEFORE_YEAR = List.of("ปี", "พ.ศ.", "ค.ศ.");

  /** Years above this are of the Buddhist era; the common era is far from it. */
  private static final int FIRST_BUDDHIST = 2400;

  /** Two digits from here on are of the Buddhist era: 43 is 2543, the year 2000. */
  private static final int FIRST_SHORT_BUDDHIST = 43;

  private final Mask mask;
  private final String text;
  private final Set<LocalDate> allowed;

  DateMask(Mask mask, Set<LocalDate> allowed) {
    this.mask = mask;
    this.text = mask.masked();
    this.allowed = allowed;
  }

  void cover() {
    int at = 0;
    while (at < text.length()) {
      boolean begins =
          Symbols.isDigit(text, at)
              && !Symbols.isDigit(text, at - 1)
              && !(at > 1
                  && ".,".indexOf(text.charAt(at - 1)) >= 0
                  && Symbols.isDigit(text, at - 2));
      at = begins ? Math.max(digitsEnd(at), dateEnd(at)) : at + 1;
    }
  }

  /** Covers the date that begins with the digits at {@code at}; its end, or 0 if there is none. */
  private int dateEnd(int at) {
    int end = digitsEnd(at);
    int first = number(at, end);
    if (end - at == 4) {
      return Math.max(iso(at), yearAfterWord(at, end));
    }
    if (end - at > 2) {
      return 0;
    }
    int quarter = quarter(at, end, first);
    int slashed = quarter > 0 ? quarter : slashed(at, end, first);
    return slashed > 0 ? slashed : named(at, end, first);
  }

  private int iso(int at) {
    int end = at + 10;
    if (end > text.length()
        || text.charAt(at + 4) != '-'
        || text.charAt(at + 7) != '-'
        || digitsEnd(at + 5) != at + 7
        || digitsEnd(at + 8) != end) {
      return 0;
    }
    return covered(at, end, is(number(at, at + 4), number(at + 5, at + 7), number(at + 8, end)));
  }

  private int yearAfterWord(int at, int end) {
    int word = Symbols.skipSpacesBack(text, at);
    boolean named =
        BEFORE_YEAR.stream().anyMatch(known -> text.startsWith(known, word - known.length()));
    if (!named || isFraction(end)) {
      return 0;
    }
    int year = commonEra(number(at, end), 4);
    return covered(at, end, allowed.stream().anyMatch(day -> day.getYear() == year));
  }

  private int quarter(int at, int end, int quarter) {
    boolean named = at > 0 && text.charAt(at - 1) == 'Q';
    int year = Symbols.skipSpaces(text, end);
    int yearEnd = digitsEnd(year);
    if (!named || yearEnd - year != 4) {
      return 0;
    }
    int common = commonEra(number(year, yearEnd), 4);
    return covered(
        at - 1,
        yearEnd,
        allowed.stream()
            .anyMatch(day -> day.getYear() == common && (day.getMonthValue() + 2) / 3 == quarter));
  }

  private int slashed(int at, int end, int day) {
    int month = end + 1;
    int monthEnd = digitsEnd(month);
    int year = monthEnd + 1;
    int yearEnd = digitsEnd(year);
    int digits = yearEnd - year;
    if (charAt(end) != '/'
        || charAt(monthEnd) != '/'
        || monthEnd - month < 1
        || monthEnd - month > 2
        || (digits != 2 && digits != 4)) {
      return 0;
    }
    int common = commonEra(number(year, yearEnd), digits);
    return covered(at, yearEnd, is(common, number(month, monthEnd), day));
  }

  private int named(int at, int end, int day) {
    int word = Symbols.skipSpaces(text, end);
    int month = month(word);
    if (month == 0) {
      return 0;
    }
    int wordEnd = word + monthName(month, word).length();
    int year = Symbols.skipSpaces(text, wordEnd);
    int yearEnd = digitsEnd(year);
    int digits = yearEnd - year;
    if ((digits != 2 && digits != 4) || isFraction(yearEnd)) {
      return covered(
          at,
          wordEnd,
          allowed.stream()
              .anyMatch(known -> known.getMonthValue() == month && known.getDayOfMonth() == day));
    }
    return covered(at, yearEnd, is(commonEra(number(year, yearEnd), digits), month, day));
  }

  private int month(int at) {
    for (int month = 1; month <= 12; month++) {
      if (!monthName(month, at).isEmpty()) {
        return month;
      }
    }
    return 0;
  }

  /** The month's name if it stands there in full or short, else empty text. */
  private String monthName(int month, int at) {
    String full = FULL_MONTHS.get(month - 1);
    String brief = Figures.month(month);
    return text.startsWith(full, at) ? full : text.startsWith(brief, at) ? brief : "";
  }

  private int covered(int from, int to, boolean isAllowed) {
    if (isAllowed) {
      mask.cover(from, to);
    } else {
      mask.refuse(Violation.Reason.DATE, from, to);
    }
    return to;
  }

  private boolean is(int year, int month, int day) {
    try {
      return allowed.contains(LocalDate.of(commonEra(year, 4), month, day));
    } catch (DateTimeException e) {
      return false; // 31/2 is no date, so it is no allowed one
    }
  }

  private static int commonEra(int year, int digits) {
    if (digits == 2) {
      return year >= FIRST_SHORT_BUDDHIST ? 2500 + year - Figures.BUDDHIST_ERA : 2000 + year;
    }
    return year > FIRST_BUDDHIST ? year - Figures.BUDDHIST_ERA : year;
  }

  /** Whether the digits before go on as a decimal or a percentage, so that they are no year. */
  private boolean isFraction(int end) {
    char next = charAt(end);
    return next == '%' || ((next == '.' || next == ',') && Symbols.isDigit(text, end + 1));
  }

  private char charAt(int at) {
    return at < text.length() ? text.charAt(at) : ' ';
  }

  private int digitsEnd(int at) {
    int end = at;
    while (Symbols.isDigit(text, end)) {
      end++;
    }
    return end;
  }

  /** At most four digits are ever asked for. */
  private int number(int from, int to) {
    return to - from > 4 || to <= from ? -1 : Integer.parseInt(text, from, to, 10);
  }
}
