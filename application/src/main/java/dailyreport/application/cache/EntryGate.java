package dailyreport.application.cache;

import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.grounding.GroundingCheck;
import dailyreport.domain.report.Report;
import java.util.function.Predicate;

/**
 * Which stored entries may be served at all; any other is a miss.
 *
 * @param source whether an entry was made from the prices in use
 * @param output whether a report's text may be shown; asked of entries from the shared tier
 */
public record EntryGate(Predicate<CacheEntry> source, Predicate<Report> output) {

  /** Reports of live prices. */
  public static EntryGate live() {
    return new EntryGate(
        entry ->
            !(entry instanceof CacheEntry.Positive positive)
                || !positive.report().method().example(),
        EntryGate::grounded);
  }

  /**
   * Only reports of that {@code Method.source}; what live prices said of a session is no answer.
   */
  public static EntryGate pinned(String source) {
    return new EntryGate(
        entry ->
            entry instanceof CacheEntry.Positive positive
                && positive.report().method().source().equals(source),
        EntryGate::grounded);
  }

  private static boolean grounded(Report report) {
    return GroundingCheck.check(report.narrative(), report.facts()).isEmpty();
  }
}
