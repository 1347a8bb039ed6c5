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
   * What differs between two reports of one ticker. Only the five printed indicators count, and
   * only where both percentiles are of enough sessions to have a band word.
   *
   * @param previous report of an earlier session
   * @param readings of the new one
   * @param stance of the new one
   * @return empty when no band was crossed and the stance stands
   */
  public static Optional<Changes> between(Report previous, List<Reading> readings, Stance stance) {
    List<BandChange> bands =
        PercentileLine.PRINTED.stream()
            .flatMap(indicator -> crossing(previous, readings, indicator).stream())
            .toList();
    Stance before = previous.facts().stance().stance();
    Optional<StanceChange> turned =
        before == stance ? Optional.empty() : Optional.of(new StanceChange(before, stance));
    return bands.isEmpty() && turned.isEmpty()
        ? Optional.empty()
        : Optional.of(new Changes(previous.key().session(), bands, turned));
  }

  private static Optional<BandChange> crossing(
      Report previous, List<Reading> readings, Indicator indicator) {
    Optional<Band> before = previous.reading(indicator).flatMap(Changes::band);
    Optional<Band> after =
        readings.stream()
            .filter(reading -> reading.indicator() == indicator)
            .findFirst()
            .flatMap(Changes::band);
    return before.flatMap(old ->
        after.filter(fresh -> fresh != old).map(fresh -> new BandChange(indicator, old, fresh)));
  }

  private static Optional<Band> band(Reading reading) {
    return reading.percentile().n() < Band.LEAST_VALUES
        ? Optional.empty()
        : Optional.of(Band.of(reading.percentile()));
  }
}
