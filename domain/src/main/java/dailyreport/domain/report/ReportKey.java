package dailyreport.domain.report;

import dailyreport.domain.market.Ticker;
import java.time.LocalDate;

/**
 * What a report is about: one receipt and one closed session of its underlying's exchange.
 *
 * @param ticker of our list
 * @param session date in the exchange's zone; close and settle margin have passed
 */
public record ReportKey(Ticker ticker, LocalDate session) {
  @Override
  public String toString() {
    return ticker + "/" + session;
  }
}
