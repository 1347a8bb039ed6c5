package dailyreport.application.port;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.PriceHistory;

/** Computes all indicators over all bars. */
public interface TechnicalAnalysis {

  /** Every indicator for every bar; empty where the definition has no value yet. */
  Analysis analyse(PriceHistory prices);
}
