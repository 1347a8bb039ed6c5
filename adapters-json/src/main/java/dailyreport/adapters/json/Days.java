package dailyreport.adapters.json;

import java.time.Instant;
import java.time.LocalDate;

/** Dates, and instants in UTC, in the one form that {@code toString} gives them. */
final class Days {
  /** Characters of a date. */
  static final int LENGTH = 10;

  private static final long SECONDS_OF_DAY = 86_400;
  private static final int TENTH = 100_000_000;

  private final byte[] in;
  private int end;

  Days(byte[] in) {
    this.in = in;
  }

  /**
   * The date that begins there.
   *
   * @throws java.time.DateTimeException when the calendar does not have it
   */
  LocalDate date(int start) {
    sign(start + 4, '-');
    sign(start + 7, '-');
    return LocalDate.of(
        number(start, 4, 9_999), number(start + 5, 2, 12), number(start + 8, 2, 31));
  }

  /** The instant that begins there; not before 1970, with up to nine decimals. */
  Instant instant(int start) {
    long day = date(start).toEpochDay();
    sign(start + 10, 'T');
    sign(start + 13, ':');
    sign(start + 16, ':');
    long seconds =
        day * SECONDS_OF_DAY
            + number(start + 11, 2, 23) * 3_600L
            + number(start + 14, 2, 59) * 60L
            + number(start + 17, 2, 59);
    int at = start + 19;
    int nanos = 0;
    if (in[at] == '.') {
      at++;
      int unit = TENTH;
      do {
        nanos += unit * number(at, 1, unit == 0 ? -1 : 9);
        unit /= 10;
        at++;
      } while (in[at] != 'Z');
    }
    sign(at, 'Z');
    if (day < 0) {
      throw Cursor.otherForm();
    }
    end = at + 1;
    return Instant.ofEpochSecond(seconds, nanos);
  }

  /** Where the last instant ended. */
  int end() {
    return end;
  }

  private void sign(int at, char expected) {
    if (in[at] != expected) {
      throw Cursor.otherForm();
    }
  }

  private int number(int start, int count, int most) {
    int value = 0;
    for (int i = start; i < start + count; i++) {
      int digit = in[i] - '0';
      if (digit < 0 || digit > 9) {
        throw Cursor.otherForm();
      }
      value = value * 10 + digit;
    }
    if (value > most) {
      throw Cursor.otherForm();
    }
    return value;
  }
}
