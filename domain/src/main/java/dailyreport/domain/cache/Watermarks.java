package dailyreport.domain.cache;

import dailyreport.domain.report.ReportKey;
import java.time.Duration;
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
  /**
   * Links live as long as the PDF: 30 days, and up to two more until the bucket's daily clean-up
   * has run.
   */
  private static final Duration LINK_LIFE = Duration.ofDays(32);

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

  /**
   * These watermarks without cut-offs that can no longer concern anything. A soft one matters while
   * an entry from before it is usable; a hard one also while a link to a PDF from before it may be
   * opened.
   */
  public Watermarks pruned(Instant now) {
    return new Watermarks(
        epoch,
        cutOffs.stream()
            .filter(cutOff -> !cutOff.at().isBefore(now.minus(reach(cutOff.strength()))))
            .toList());
  }

  private static Duration reach(Strength strength) {
    return switch (strength) {
      case HARD -> LINK_LIFE;
      case SOFT -> Validity.LONGEST_FRESH.plus(Validity.GRACE);
    };
  }

  private boolean cuts(ReportKey key, Instant startedAt, Strength strength) {
    return cutOffs.stream()
        .anyMatch(cutOff ->
            cutOff.strength() == strength
                && cutOff.scope().covers(key)
                && startedAt.isBefore(cutOff.at()));
  }
}
