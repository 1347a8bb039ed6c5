package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules that turn one session's readings into a stance: report.md, section 6. */
public final class StanceRules {
  private StanceRules() {}

  /**
   * What the rules said.
   *
   * @param stance after guards
   * @param score sum of the votes, -8 to +8
   * @param votes one for each rule, in order
   * @param guard the first that changed a BUY or SELL into HOLD, if any did
   */
  public record Result(Stance stance, int score, List<Vote> votes, Optional<Guard> guard) {
    public Result {
      votes = List.copyOf(votes);
    }
  }

  /**
   * Judges the newest bar.
   *
   * @param analysis prices up to the session
   * @param session of the report; the newest bar may be older
   */
  public static Result judge(Analysis analysis, LocalDate session) {
    return new Result(Stance.HOLD, 0, List.of(), Optional.empty());
  }
}
