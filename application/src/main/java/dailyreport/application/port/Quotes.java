package dailyreport.application.port;

import dailyreport.domain.market.Company;
import dailyreport.domain.market.PriceHistory;

/** What a source of market data knows of an underlying. */
public sealed interface Quotes {

  /** Its figures and bars; the history holds at least one bar. */
  record Found(Company company, PriceHistory prices) implements Quotes {}

  /** The source says definitely that it does not know the symbol, or has no bar of it. */
  record Unknown() implements Quotes {}
}
