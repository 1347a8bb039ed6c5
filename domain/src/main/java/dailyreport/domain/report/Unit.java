package dailyreport.domain.report;

/** What a printed number counts. */
public enum Unit {
  NONE,
  PCT,
  MULT,
  MONEY,
  OF100
}
