package dailyreport.domain.market;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** An exchange on which an underlying trades, with the hours that decide its sessions. */
public enum Exchange {
  SGX("Asia/Singapore", 17, 0, "SGX"),
  TSE("Asia/Tokyo", 15, 30, "TSE"),
  HKEX("Asia/Hong_Kong", 16, 0, "HKEX"),
  HOSE("Asia/Ho_Chi_Minh", 14, 45, "HOSE"),
  TWSE("Asia/Taipei", 13, 30, "TWSE"),
  NYSE("America/New_York", 16, 0, "US"),
  NASDAQ("America/New_York", 16, 0, "US"),
  ARCA("America/New_York", 16, 0, "US"),
  HAM("Europe/Berlin", 22, 0, "HAM");

  private final ZoneId zone;
  private final LocalTime close;
  private final String calendar;

  Exchange(String zone, int closeHour, int closeMinute, String calendar) {
    this.zone = ZoneId.of(zone);
    this.close = LocalTime.of(closeHour, closeMinute);
    this.calendar = calendar;
  }

  /** Time zone in which sessions are dated. */
  public ZoneId zone() {
    return zone;
  }

  /** End of a regular session, local to {@link #zone()}. */
  public LocalTime close() {
    return close;
  }

  /**
   * How long after the close a bar counts as settled: closing auctions (SGX to 17:16), a delayed
   * feed (up to 20 minutes) and late corrections of the daily bar fit in.
   */
  public Duration settle() {
    return Duration.ofMinutes(60);
  }

  /** Name of the holiday calendar; the exchanges of the United States share one. */
  public String calendar() {
    return calendar;
  }
}
