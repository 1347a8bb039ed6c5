package dailyreport.application.cache;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import java.time.InstantSource;
import java.util.Optional;

/** What an entry is worth: by its life, the watermarks, and the prices it was made from. */
final class Judge {
  private final Coherence coherence;
  private final EntryGate gate;
  private final InstantSource clock;

  Judge(Coherence coherence, EntryGate gate, InstantSource clock) {
    this.coherence = coherence;
    this.gate = gate;
    this.clock = clock;
  }

  /** The copy of the local tier, usable or not. */
  Seen local(LocalCopy copy) {
    return seen(copy.entry(), Source.LOCAL, copy.sharedTag());
  }

  /** The record of the shared tier, usable or not; empty when there is none. */
  Optional<Seen> shared(Lookup answer) {
    return answer instanceof Lookup.Found(var entry, var tag)
        ? Optional.of(seen(entry, Source.SHARED, tag))
        : Optional.empty();
  }

  /** Whether an entry is barred at any age. */
  boolean bars(CacheEntry entry) {
    return hides(entry) || !gate.source().test(entry);
  }

  /** Whether a hard cut-off forbids to serve it, fresh or stale. */
  boolean hides(CacheEntry entry) {
    return coherence.watermarks().hides(entry.key(), entry.validity().startedAt());
  }

  /** Whether a soft cut-off wants a newer one. */
  boolean softened(CacheEntry entry) {
    return coherence.watermarks().stales(entry.key(), entry.validity().startedAt());
  }

  private Seen seen(CacheEntry entry, Source source, Tag tag) {
    return new Seen(entry, source, tag, bars(entry) ? Freshness.EXPIRED : worth(entry));
  }

  private Freshness worth(CacheEntry entry) {
    Freshness byTime = entry.at(clock.instant());
    return switch (byTime) {
      case FRESH -> softened(entry) || !coherence.trusted() ? Freshness.STALE : Freshness.FRESH;
      case NEGATIVE -> softened(entry) ? Freshness.EXPIRED : Freshness.NEGATIVE;
      case STALE, EXPIRED -> byTime;
    };
  }
}
