package dailyreport.domain.report;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Indicator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The rules that turn one session's readings into a stance: report.md, section 6. */
public final class StanceRules {
  /** Score from which the rules say BUY; its negative says SELL. */
  private static final int DECISIVE = 4;

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
   * @param analysis prices up to the session, at least one bar
   * @param session of the report; the newest bar may be older
   */
  public static Result judge(Analysis analysis, LocalDate session) {
    List<Vote> votes = Votes.of(analysis);
    int score = votes.stream().mapToInt(Vote::points).sum();
    Stance byScore =
        score >= DECISIVE ? Stance.BUY : score <= -DECISIVE ? Stance.SELL : Stance.HOLD;
    Optional<Guard> guard = guard(byScore, analysis, session);
    return new Result(guard.isPresent() ? Stance.HOLD : byScore, score, votes, guard);
  }

  private static Optional<Guard> guard(Stance byScore, Analysis analysis, LocalDate session) {
    if (byScore == Stance.HOLD) {
      return Optional.empty();
    }
    boolean shortHistory =
        Stream.of(Indicator.SMA_20, Indicator.SMA_50, Indicator.RSI_14, Indicator.MACD_SIGNAL)
            .anyMatch(indicator -> newest(analysis, indicator).isEmpty());
    if (shortHistory) {
      return Optional.of(Guard.SHORT_HISTORY);
    }
    int rsi = Thresholds.RSI.level(newest(analysis, Indicator.RSI_14).orElseThrow());
    if (byScore == Stance.BUY && rsi == 3) {
      return Optional.of(Guard.OVERBOUGHT);
    }
    if (byScore == Stance.SELL && rsi == 0) {
      return Optional.of(Guard.OVERSOLD);
    }
    LocalDate newestBar = analysis.prices().bars().getLast().session();
    if (DataAge.isOld(newestBar, session)) {
      return Optional.of(Guard.OLD_BAR);
    }
    return analysis.prices().suspect() ? Optional.of(Guard.SUSPECT) : Optional.empty();
  }

  static OptionalDouble newest(Analysis analysis, Indicator indicator) {
    return analysis.of(indicator).getLast();
  }
}
