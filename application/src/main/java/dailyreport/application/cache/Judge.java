package dailyreport.application.cache;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import java.util.Optional;

/** What an entry of a tier is worth: by its life, the watermarks, and the prices it came from. */
final class Judge {
  private final Coherence coherence;
  private final EntryGate gate;

  Judge(Coherence coherence, EntryGate gate) {
    this.coherence = coherence;
    this.gate = gate;
  }

  Seen local(LocalCopy copy) {
    return seen(copy.entry(), Source.LOCAL, copy.sharedTag());
  }

  /** The record that was found, usable or not. */
  Optional<Seen> shared(Lookup answer) {
    return answer instanceof Lookup.Found(var entry, var tag)
        ? Optional.of(seen(entry, Source.SHARED, tag))
        : Optional.empty();
  }

  /** Whether an entry is barred at any age. */
  boolean bars(CacheEntry entry) {
    return coherence.hides(entry) || !gate.source().test(entry);
  }

  private Seen seen(CacheEntry entry, Source source, Tag tag) {
    Freshness worth = bars(entry) ? Freshness.EXPIRED : coherence.judge(entry);
    return new Seen(entry, source, tag, worth);
  }
}
