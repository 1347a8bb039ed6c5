package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.EventLog;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.TradingCalendar;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Warns of holiday files that are soon over. Beyond its file a calendar knows weekends only, so
 * every unlisted holiday costs a look-up in vain until the last bar tells the truth.
 */
public final class CheckHolidays {
  /** From here on the next year's holidays are to be fetched: report.md, section 3. */
  public static final long SOON_OVER_DAYS = 60;

  private final TradingCalendar calendar;
  private final EventLog events;
  private final InstantSource clock;

  /** A check of that calendar's files. */
  public CheckHolidays(TradingCalendar calendar, EventLog events, InstantSource clock) {
    this.calendar = calendar;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Days left (0 or less when it is over) by name of the calendar, of those files that have fewer
   * than {@value #SOON_OVER_DAYS}; one event each.
   */
  public SequencedMap<String, Long> soonOver() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var daysLeft = new TreeMap<String, Long>();
    for (Exchange exchange : Exchange.values()) {
      daysLeft.put(exchange.calendar(), calendar.daysCovered(exchange, today));
    }
    daysLeft.values().removeIf(days -> days >= SOON_OVER_DAYS);
    daysLeft.forEach((name, days) -> events.record(new AppEvent.HolidayFileEnds(name, days)));
    return daysLeft;
  }
}
