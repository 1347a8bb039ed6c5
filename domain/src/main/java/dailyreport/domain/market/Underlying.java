package dailyreport.domain.market;

/**
 * The foreign share or fund behind a depositary receipt.
 *
 * @param symbol the data source's symbol, for example {@code D05.SI}
 * @param exchange where it trades
 * @param currency ISO 4217 code it is expected to trade in; the source's own answer wins
 * @param kind a fund has no earnings, sector or analysts
 */
public record Underlying(String symbol, Exchange exchange, String currency, Kind kind) {

  /** What the underlying is. */
  public enum Kind {
    STOCK,
    FUND
  }
}
