package dailyreport.adapters.sqlite;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Instants as the file holds them: ISO text in UTC with nine decimals, which sorts like the
 * instants and can be read by people.
 *
 * <p>By hand for the years that occur, because the JDK's formatter was a fifth of a look-up; it
 * stays the judge of all others.
 */
final class Instants {
  private static final DateTimeFormatter NANOS =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
  private static final String FORM = "0000-00-00T00:00:00.000000000Z";
  private static final long FIRST = Instant.EPOCH.getEpochSecond();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
  private static final int SECONDS_OF_DAY = 86_400;

  private Instants() {}

  static String text(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds < FIRST || seconds > LAST) {
      return NANOS.format(instant);
    }
    LocalDate day = LocalDate.ofEpochDay(seconds / SECONDS_OF_DAY);
    int second = (int) (seconds % SECONDS_OF_DAY);
    byte[] text = FORM.getBytes(StandardCharsets.ISO_8859_1);
    write(text, 0, 4, day.getYear());
    write(text, 5, 7, day.getMonthValue());
    write(text, 8, 10, day.getDayOfMonth());
    write(text, 11, 13, second / 3_600);
    write(text, 14, 16, second / 60 % 60);
    write(text, 17, 19, second % 60);
    write(text, 20, 29, instant.getNano());
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /**
   * The instant of a text.
   *
   * @throws java.time.DateTimeException when it is none
   */
  static Instant of(String text) {
    if (text.length() == FORM.length()) {
      try {
        Instant read =
            Instant.ofEpochSecond(
                LocalDate.of(read(text, 0, 4), read(text, 5, 7), read(text, 8, 10)).toEpochDay()
                        * SECONDS_OF_DAY
                    + read(text, 11, 13) * 3_600L
                    + read(text, 14, 16) * 60L
                    + read(text, 17, 19),
                read(text, 20, 29));
        // Proves the signs between the digits, too.
        if (text(read).equals(text)) {
          return read;
        }
      } catch (DateTimeException e) {
        // Then it is for the JDK to say what it is.
      }
    }
    return Instant.parse(text);
  }

  private static void write(byte[] text, int from, int to, int number) {
    int rest = number;
    for (int i = to - 1; i >= from; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Of other characters than digits it makes a number that is written otherwise. */
  private static int read(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }
}
