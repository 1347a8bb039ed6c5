package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import java.util.List;

/** Builds the facts of a report: report.md, section 8. */
public final class Facts {
  private Facts() {}

  /**
   * All known facts; an absent figure gives no fact.
   *
   * @param analysis prices up to the session, in the currency of the facts
   * @param company figures
   * @param stance for its score
   */
  public static List<Fact> of(Analysis analysis, Company company, StanceRules.Result stance) {
    return List.of();
  }
}
