package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.SharedCache;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Links to the parts of a shared cache, on a host that nobody has. */
public final class InMemoryPartLinks implements PartLinks {
  private final SharedCache cache;
  private final Wire wire;

  public InMemoryPartLinks(SharedCache cache, InstantSource clock) {
    this.cache = cache;
    this.wire = new Wire(clock);
  }

  /** What was asked of it, and the place to cut it off. */
  public Wire wire() {
    return wire;
  }

  @Override
  public Optional<URI> temporary(ReportKey key, PartName part, Duration atMost, Deadline deadline) {
    wire.pass("link", key + " " + part, deadline);
    if (!atMost.isPositive() || !cache.tags(key, deadline).of(part).exists()) {
      return Optional.empty();
    }
    String name = part.name().toLowerCase(Locale.ROOT);
    return Optional.of(
        URI.create(
            "https://store.invalid/%s/%s?seconds=%d".formatted(key, name, atMost.toSeconds())));
  }
}
