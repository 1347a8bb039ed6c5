package dailyreport.application;

import dailyreport.application.cache.CachedParts;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Opens one of our links. What was not signed by us costs no request. */
public final class OpenLink {
  /** Longest life of the address behind a redirect. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final ReportLinks links;
  private final CachedParts parts;
  private final PartLinks addresses;
  private final Duration atMost;
  private final EventLog events;

  /**
   * Opens links to the parts of this cache.
   *
   * @param atMost upper bound for a direct address ({@code PDF_URL_EXPIRATION_HOURS})
   */
  public OpenLink(
      ReportLinks links, TieredCache cache, PartLinks addresses, Duration atMost, EventLog events) {
    this.links = links;
    this.parts = cache.parts();
    this.addresses = addresses;
    this.atMost = atMost.compareTo(LONGEST) < 0 ? atMost : LONGEST;
    this.events = events;
  }

  /** What a link leads to. */
  public sealed interface Opened {
    /** To another address, good for minutes. */
    record Redirect(URI to) implements Opened {}

    /**
     * To these bytes.
     *
     * @param contentType {@code image/png} or {@code application/pdf}
     */
    @SuppressWarnings("ArrayRecordComponent") // written to one response, compared by nobody
    record Bytes(String contentType, byte[] bytes) implements Opened {}

    /** Nowhere: not ours, invalidated, or no longer there. */
    record Gone() implements Opened {}
  }

  /**
   * Opens a path such as {@code /r/pdf/DBS19/2025-11-11/...}.
   *
   * @param path of the request, without query
   */
  public Opened open(String path, Deadline deadline) {
    return links
        .asked(path)
        .filter(asked -> parts.visible(asked.key(), deadline))
        .flatMap(asked ->
            switch (asked.part()) {
              case PDF -> pdf(asked.key(), deadline);
              case CHART -> bytes(asked.key(), PartName.CHART, "image/png", deadline);
              case NEWS -> Optional.empty();
            })
        .orElseGet(Opened.Gone::new);
  }

  private Optional<Opened> pdf(ReportKey key, Deadline deadline) {
    try {
      Optional<URI> address = addresses.temporary(key, PartName.PDF, atMost, deadline);
      if (address.isPresent()) {
        return Optional.of(new Opened.Redirect(address.get()));
      }
    } catch (PortException.Cache e) {
      events.record(new AppEvent.LinkSkipped(e.fault().label()));
    }
    return bytes(key, PartName.PDF, "application/pdf", deadline);
  }

  private Optional<Opened> bytes(
      ReportKey key, PartName part, String contentType, Deadline deadline) {
    return parts.bytes(key, part, deadline).map(found -> new Opened.Bytes(contentType, found));
  }
}
