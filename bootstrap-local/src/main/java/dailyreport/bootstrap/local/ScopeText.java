package dailyreport.bootstrap.local;

import dailyreport.domain.cache.Scope;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.LocalDate;

/** A scope in words. */
final class ScopeText {
  private ScopeText() {}

  static String of(Scope scope) {
    return switch (scope) {
      case Scope.All() -> "all reports";
      case Scope.OfTicker(Ticker ticker) -> "all sessions of " + ticker;
      case Scope.OfSession(LocalDate session) -> "all reports of session " + session;
      case Scope.OfKey(ReportKey key) -> "the report " + key;
    };
  }
}
