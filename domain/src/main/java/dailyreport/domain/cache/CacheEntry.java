package dailyreport.domain.cache;

import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a tier keeps under a key. */
public sealed interface CacheEntry {

  /** Key it answers. */
  ReportKey key();

  /** Its life. */
  Validity validity();

  /** What it is worth at {@code now}; a pure function, watermarks not considered. */
  Freshness at(Instant now);

  /** A report. */
  record Positive(ReportKey key, Report report, Validity validity) implements CacheEntry {
    public Positive {
      if (!key.equals(report.key())) {
        throw new IllegalArgumentException("entry " + key + " holds the report of " + report.key());
      }
    }

    @Override
    public Freshness at(Instant now) {
      if (untrustedClock(validity, now) || !now.isBefore(validity.usableUntil())) {
        return Freshness.EXPIRED;
      }
      return now.isBefore(validity.freshUntil()) ? Freshness.FRESH : Freshness.STALE;
    }
  }

  /**
   * A definite "there is none".
   *
   * @param newest the newest session that has data, for {@link NegativeReason#NO_DATA_FOR_SESSION}
   */
  record Negative(
      ReportKey key, NegativeReason reason, Optional<LocalDate> newest, Validity validity)
      implements CacheEntry {
    @Override
    public Freshness at(Instant now) {
      return untrustedClock(validity, now) || !now.isBefore(validity.freshUntil())
          ? Freshness.EXPIRED
          : Freshness.NEGATIVE;
    }
  }

  private static boolean untrustedClock(Validity validity, Instant now) {
    return validity.startedAt().isAfter(now.plus(Validity.CLOCK_TOLERANCE));
  }
}
