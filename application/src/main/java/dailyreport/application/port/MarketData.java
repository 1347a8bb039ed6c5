package dailyreport.application.port;

import dailyreport.domain.market.Underlying;

/** Prices and company figures. */
public interface MarketData {

  /**
   * About 950 days of daily bars, with the company's figures as far as they could be had: missing
   * figures are no fault.
   *
   * @throws PortException.Market when the source did not answer, or not with data that can be used
   */
  Quotes quotes(Underlying underlying, Deadline deadline);
}
