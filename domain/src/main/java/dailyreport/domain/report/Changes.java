package dailyreport.domain.report;

import dailyreport.domain.market.Band;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is different from the report of the previous session.
 *
 * @param since session of that report
 * @param bands indicators that crossed a percentile band
 * @param stance a change of stance, if there was one
 */
public record Changes(LocalDate since, List<BandChange> bands, Optional<StanceChange> stance) {
  public Changes {
    bands = List.copyOf(bands);
  }

  /** An indicator whose percentile moved into another band. */
  public record BandChange(Indicator indicator, Band before, Band after) {}

  /** A stance that turned. */
  public record StanceChange(Stance before, Stance after) {}

  /**
   * What differs between two reports of one ticker.
   *
   * @param previous report of an earlier session
   * @param readings of the new one
   * @param stance of the new one
   * @return empty when no band was crossed and the stance stands
   */
  public static Optional<Changes> between(Report previous, List<Reading> readings, Stance stance) {
    return Optional.empty();
  }
}
