package dailyreport.application.port;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the model has cost on a day, over all instances together. It holds amounts only: nothing of
 * a user, a report or a text.
 */
public interface SpendLedger {

  /**
   * What was booked so far.
   *
   * @param day in Bangkok
   * @return US dollars, zero when nothing was booked
   * @throws PortException.Cache when it could not be read
   */
  BigDecimal spent(LocalDate day, Deadline deadline);

  /**
   * Books an amount, once, whatever becomes of the first attempts to do so.
   *
   * @param day in Bangkok
   * @param usd US dollars, more than zero, with any number of decimals
   * @return US dollars booked on that day, this amount included
   * @throws PortException.Cache when it is not certain that the amount was booked
   */
  BigDecimal add(LocalDate day, BigDecimal usd, Deadline deadline);
}
