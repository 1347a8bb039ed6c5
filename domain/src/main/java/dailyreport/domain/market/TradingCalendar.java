package dailyreport.domain.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Which sessions an exchange has and when they are closed and settled.
 *
 * <p>Weekends are no sessions; holidays and early closes come from one {@link HolidayFile} per
 * calendar. Beyond a file's range only weekends are known: the last bar is the truth anyway.
 */
public final class TradingCalendar {
  /** Read once in a process, when the first asks for it. */
  private static final class Bundled {
    static final TradingCalendar CALENDAR = new TradingCalendar(HolidayFile.bundled());
  }

  private final Map<String, HolidayFile> holidays;

  /**
   * A calendar over given holidays.
   *
   * @param holidays by {@link Exchange#calendar()}; a missing calendar knows weekends only
   */
  public TradingCalendar(Map<String, HolidayFile> holidays) {
    this.holidays = Map.copyOf(holidays);
  }

  /** The calendar with the holiday files that come with this module. */
  public static TradingCalendar bundled() {
    return Bundled.CALENDAR;
  }

  /**
   * The newest session whose close plus settle margin has passed.
   *
   * @param exchange whose sessions
   * @param now any instant; the machine's zone plays no part
   */
  public LocalDate lastClosed(Exchange exchange, Instant now) {
    LocalDate day = now.atZone(exchange.zone()).toLocalDate();
    while (!isSession(exchange, day) || settledAt(exchange, day).isAfter(now)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The instant at which the next session after {@code after} is closed and settled. */
  public Instant nextClose(Exchange exchange, Instant after) {
    LocalDate day = after.atZone(exchange.zone()).toLocalDate();
    while (!isSession(exchange, day) || !settledAt(exchange, day).isAfter(after)) {
      day = day.plusDays(1);
    }
    return settledAt(exchange, day);
  }

  /** Whether the exchange is expected to trade on that day. */
  public boolean isSession(Exchange exchange, LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return false;
    }
    HolidayFile file = holidays.get(exchange.calendar());
    return file == null || !file.closed().contains(day);
  }

  /**
   * Days from {@code today} to the end of the exchange's holiday file; 0 or less when it is over.
   */
  public long daysCovered(Exchange exchange, LocalDate today) {
    HolidayFile file = holidays.get(exchange.calendar());
    return file == null ? 0 : ChronoUnit.DAYS.between(today, file.validThrough());
  }

  private Instant settledAt(Exchange exchange, LocalDate session) {
    HolidayFile file = holidays.get(exchange.calendar());
    LocalTime close =
        file == null
            ? exchange.close()
            : file.earlyCloses().getOrDefault(session, exchange.close());
    return ZonedDateTime.of(session, close, exchange.zone()).plus(exchange.settle()).toInstant();
  }
}
