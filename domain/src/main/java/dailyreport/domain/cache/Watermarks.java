package dailyreport.domain.cache;

import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cut-off instants of all invalidations that still matter. An entry whose generation started before
 * a cut-off of its scope is hidden (hard) or stale (soft).
 *
 * @param epoch grows by one with every invalidation
 * @param cutOffs at most one for each scope and strength
 */
public record Watermarks(long epoch, List<CutOff> cutOffs) {
  public Watermarks {
    cutOffs = List.copyOf(cutOffs);
  }

  /** One invalidation. */
  public record CutOff(Scope scope, Strength strength, Instant at) {}

  /** Nothing was ever invalidated. */
  public static Watermarks none() {
    return new Watermarks(0, List.of());
  }

  /** Whether an entry of that start may not be served at all. */
  public boolean hides(ReportKey key, Instant startedAt) {
    return cuts(key, startedAt, Strength.HARD);
  }

  /** Whether an entry of that start counts as stale. */
  public boolean stales(ReportKey key, Instant startedAt) {
    return cuts(key, startedAt, Strength.SOFT);
  }

  /**
   * These watermarks with one more cut-off. An older cut-off of the same scope and strength is
   * replaced, never moved back.
   */
  public Watermarks raised(Scope scope, Strength strength, Instant at) {
    var next = new ArrayList<CutOff>();
    Instant newest = at;
    for (CutOff cutOff : cutOffs) {
      if (cutOff.scope().equals(scope) && cutOff.strength() == strength) {
        newest = cutOff.at().isAfter(newest) ? cutOff.at() : newest;
      } else {
        next.add(cutOff);
      }
    }
    next.add(new CutOff(scope, strength, newest));
    return new Watermarks(epoch + 1, next);
  }

  /** These watermarks without cut-offs older than any entry that can still be usable. */
  public Watermarks pruned(Instant now) {
    Instant oldest = now.minus(Validity.LONGEST_FRESH).minus(Validity.GRACE);
    return new Watermarks(
        epoch, cutOffs.stream().filter(cutOff -> !cutOff.at().isBefore(oldest)).toList());
  }

  private boolean cuts(ReportKey key, Instant startedAt, Strength strength) {
    return cutOffs.stream()
        .anyMatch(cutOff ->
            cutOff.strength() == strength
                && cutOff.scope().covers(key)
                && startedAt.isBefore(cutOff.at()));
  }
}
