package dailyreport.domain.market;

/**
 * A technical indicator. The definitions, seeds and first indices are those of the report design:
 * Wilder smoothing for RSI and ATR, seeded exponential averages for MACD, population deviation for
 * the bands.
 */
public enum Indicator {
  /** Mean of the last 20 closes. */
  SMA_20,
  /** Mean of the last 50 closes. */
  SMA_50,
  /** Mean of the last 200 closes. */
  SMA_200,
  /** Wilder's relative strength index over 14 changes, 0 to 100. */
  RSI_14,
  /** EMA 12 minus EMA 26 of the close, in price units. */
  MACD,
  /** EMA 9 of MACD. */
  MACD_SIGNAL,
  /** MACD minus its signal. */
  MACD_HISTOGRAM,
  /** SMA 20 plus two population deviations. */
  BB_UPPER,
  /** SMA 20 minus two population deviations. */
  BB_LOWER,
  /** Wilder's average true range over 14 bars, in percent of the close. */
  ATR_PCT,
  /** Volume-weighted mean of typical prices over 252 sessions. */
  VWAP_252,
  /** Distance of the close from {@link #VWAP_252} in percent of it. */
  VWAP_GAP_PCT,
  /** Volume over its mean of 20 bars, this bar included. */
  VOLUME_RATIO
}
