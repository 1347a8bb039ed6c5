package dailyreport.bootstrap.lambda;

import dailyreport.application.TickerDirectory;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import java.util.List;

/** Exchanges whose sessions are over when one schedule runs: lambda.md, section 5. */
enum ExchangeGroup {
  /** Closed and settled by 17:00 in Bangkok. */
  ASIA,
  /** Closed and settled by 05:00 in Bangkok; Hamburg closes at the same hour as New York. */
  US;

  /** The group of an exchange. */
  static ExchangeGroup of(Exchange exchange) {
    return switch (exchange) {
      case SGX, TSE, HKEX, HOSE, TWSE -> ASIA;
      case NYSE, NASDAQ, ARCA, HAM -> US;
    };
  }

  /** Its part of the list, in the order of the list. */
  List<Ticker> tickers(TickerDirectory directory) {
    return directory.all().stream()
        .filter(instrument -> of(instrument.underlying().exchange()) == this)
        .map(Instrument::ticker)
        .toList();
  }
}
