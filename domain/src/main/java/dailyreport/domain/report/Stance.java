package dailyreport.domain.report;

/** Outcome of the technical rules; never chosen by a model, never a promise. */
public enum Stance {
  BUY("ซื้อเพิ่ม"),
  HOLD("ถือ"),
  SELL("ขาย");

  private final String thai;

  Stance(String thai) {
    this.thai = thai;
  }

  /** Thai word. */
  public String thai() {
    return thai;
  }
}
