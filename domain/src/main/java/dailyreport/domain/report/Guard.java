package dailyreport.domain.report;

/** Why a BUY or SELL of the score was turned into HOLD, in the order the guards are asked. */
public enum Guard {
  /** SMA 20, SMA 50, RSI or MACD signal is absent. */
  SHORT_HISTORY("ข้อมูลย้อนหลังไม่พอ"),
  /** BUY with RSI at 70 or more. */
  OVERBOUGHT("RSI อยู่ในเขตซื้อมากเกินไป"),
  /** SELL with RSI at 30 or less. */
  OVERSOLD("RSI อยู่ในเขตขายมากเกินไป"),
  /** The newest bar is ten calendar days older than the session, or more. */
  OLD_BAR("ราคาล่าสุดเก่าเกินไป"),
  /** The newest close moved more than 60 %. */
  SUSPECT("ราคาล่าสุดน่าสงสัย");

  private final String thai;

  Guard(String thai) {
    this.thai = thai;
  }

  /** Thai reason. */
  public String thai() {
    return thai;
  }
}
