package dailyreport.application.cache;

import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What the cache says to a key; hit and miss have the same type. */
public sealed interface CacheAnswer {

  /** Whether it is what there is to say of that key, and no stopgap. */
  default boolean about(ReportKey key) {
    return switch (this) {
      case Served served -> served.entry().key().equals(key);
      case Absent _ -> true;
      case Pending _, Failed _, Denied _ -> false;
    };
  }

  /** Where a report came from. */
  enum Source {
    LOCAL,
    SHARED,
    GENERATED;

    /** Lower-case name, as it stands in an event. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A report.
   *
   * @param entry as the tiers keep it, validity included
   * @param report names only parts that can be had from the shared tier; its key may be of an older
   *     session than the one asked for
   * @param freshness {@code FRESH} or {@code STALE}; stale must be disclosed
   * @param age since its generation started
   */
  record Served(
      CacheEntry.Positive entry, Report report, Source source, Freshness freshness, Duration age)
      implements CacheAnswer {}

  /** Not in time: it is being made, or has yet to be. */
  record Pending() implements CacheAnswer {}

  /**
   * Definitely none.
   *
   * @param newest the newest session that has data, where the source named one
   */
  record Absent(NegativeReason reason, Optional<LocalDate> newest) implements CacheAnswer {}

  /**
   * A technology failed and nothing usable is kept.
   *
   * @param cause for logs, never for users
   */
  record Failed(String cause) implements CacheAnswer {}

  /**
   * The person's budget of new reports is spent; nothing was made.
   *
   * @param scope which budget, as it stands in an event
   */
  record Denied(String scope) implements CacheAnswer {}
}
