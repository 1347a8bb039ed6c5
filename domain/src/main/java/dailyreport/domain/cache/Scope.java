package dailyreport.domain.cache;

import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.LocalDate;

/** Which entries an invalidation concerns. */
public sealed interface Scope {

  /** Whether the key lies in this scope. */
  boolean covers(ReportKey key);

  /** Every entry. */
  record All() implements Scope {
    @Override
    public boolean covers(ReportKey key) {
      return true;
    }
  }

  /** All sessions of one ticker. */
  record OfTicker(Ticker ticker) implements Scope {
    @Override
    public boolean covers(ReportKey key) {
      return key.ticker().equals(ticker);
    }
  }

  /** All tickers of one session. */
  record OfSession(LocalDate session) implements Scope {
    @Override
    public boolean covers(ReportKey key) {
      return key.session().equals(session);
    }
  }

  /** One entry. */
  record OfKey(ReportKey one) implements Scope {
    @Override
    public boolean covers(ReportKey key) {
      return key.equals(one);
    }
  }
}
