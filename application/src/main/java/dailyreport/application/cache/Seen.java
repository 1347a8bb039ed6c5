package dailyreport.application.cache;

import dailyreport.application.port.Tag;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Report;
import java.time.Instant;
import java.util.List;

/**
 * An entry as it was found or made.
 *
 * @param tag of the shared record it equals; {@link Tag#none()} when it is not there
 * @param freshness by its validity and the watermarks
 */
record Seen(CacheEntry entry, CacheAnswer.Source source, Tag tag, Freshness freshness) {

  boolean usable() {
    return freshness != Freshness.EXPIRED;
  }

  /** The newer start wins. */
  boolean newerThan(Seen other) {
    return entry.validity().startedAt().isAfter(other.entry.validity().startedAt());
  }

  boolean sameGeneration(Seen other) {
    return entry.validity().generation().equals(other.entry.validity().generation());
  }

  CacheAnswer answer(Instant now) {
    return switch (entry) {
      case CacheEntry.Negative(_, var reason, var newest, _) ->
          new CacheAnswer.Absent(reason, newest);
      case CacheEntry.Positive positive ->
          new CacheAnswer.Served(
              positive,
              linkable(positive.report()),
              source,
              freshness,
              positive.validity().age(now));
    };
  }

  /** Parts are in the shared tier or nowhere: a link is offered only when its object exists. */
  private Report linkable(Report report) {
    return tag.exists() ? report : report.withParts(List.of());
  }
}
