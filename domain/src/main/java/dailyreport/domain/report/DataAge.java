package dailyreport.domain.report;

import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.TradingCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Whether the newest bar lies so far back that nobody may take it for today's. */
public final class DataAge {
  /** Calendar days between the newest bar and the session it should be of: report.md, section 3. */
  private static final long OLD_DAYS = 10;

  private DataAge() {}

  /**
   * Whether it is old.
   *
   * @param newestBar day of the newest bar, on the exchange
   * @param session it should be of
   */
  public static boolean isOld(LocalDate newestBar, LocalDate session) {
    return ChronoUnit.DAYS.between(newestBar, session) >= OLD_DAYS;
  }

  /**
   * The same for a finished report, which keeps the day it was made on but not the session it
   * should have been of. A session of that very day counts even before its close: where that
   * decides, nothing is called new. Days on which the exchange is closed make nothing old.
   */
  static boolean isOld(FactSheet facts) {
    Exchange exchange = facts.underlying().exchange();
    TradingCalendar calendar = TradingCalendar.bundled();
    LocalDate session = facts.generatedOn();
    while (!calendar.isSession(exchange, session)) {
      session = session.minusDays(1);
    }
    return isOld(facts.key().session(), session);
  }
}
