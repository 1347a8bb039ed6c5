package dailyreport.bootstrap.local;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What both tiers hold of a key, looked at past the cache: nothing is served, counted as a hit,
 * copied or repaired.
 *
 * @param parts what became of every part that a record names; empty without a shared tier
 */
record Inspection(ReportKey key, Held local, Held shared, Map<PartRef, Presence> parts) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  Inspection {
    parts = Map.copyOf(parts);
  }

  /** What one tier says. */
  sealed interface Held {
    /**
     * An entry, as it is.
     *
     * @param checkedAt the local tier's last look at the shared one; empty for the shared one
     */
    record Entry(CacheEntry entry, Optional<Instant> checkedAt) implements Held {}

    /** There is none. */
    record Nothing() implements Held {}

    /** The backend does without this tier. */
    record NotUsed() implements Held {}

    /** The tier, or the record in it, could not be read. */
    record Unreadable(String reason) implements Held {}

    /** The entry, if this is one. */
    default Optional<CacheEntry> found() {
      return this instanceof Entry(CacheEntry entry, _) ? Optional.of(entry) : Optional.empty();
    }
  }

  /** Whether a part lies where its record says. */
  enum Presence {
    /** Its bytes have the record's digest. */
    THERE,
    /** There are bytes, but others. */
    OTHER_BYTES,
    ABSENT,
    UNREADABLE
  }

  static Inspection of(ReportKey key, LocalComponent desk) {
    Held local = desk.local().map(tier -> local(tier, key)).orElseGet(Held.NotUsed::new);
    Optional<SharedCache> store = desk.shared().map(SharedPorts::cache);
    Held shared = store.map(tier -> shared(tier, key, desk)).orElseGet(Held.NotUsed::new);
    var parts = new HashMap<PartRef, Presence>();
    store.ifPresent(tier ->
        Stream.of(local, shared)
            .flatMap(held -> refs(held).stream())
            .forEach(ref -> parts.computeIfAbsent(ref, it -> presence(tier, key, it, desk))));
    return new Inspection(key, local, shared, parts);
  }

  /** Whether no tier holds anything of it, as far as the tiers could be read. */
  boolean nothing() {
    return Stream.of(local, shared)
        .allMatch(held -> held instanceof Held.Nothing || held instanceof Held.NotUsed);
  }

  static List<PartRef> refs(Held held) {
    return held.found().orElse(null) instanceof CacheEntry.Positive positive
        ? positive.report().parts()
        : List.of();
  }

  private static Held local(LocalCache tier, ReportKey key) {
    return read(() ->
        tier.find(key).map(copy -> new Held.Entry(copy.entry(), Optional.of(copy.checkedAt()))));
  }

  private static Held shared(SharedCache tier, ReportKey key, LocalComponent desk) {
    return read(() ->
        tier.find(key, soon(desk)) instanceof SharedCache.Lookup.Found(CacheEntry entry, _)
            ? Optional.of(new Held.Entry(entry, Optional.empty()))
            : Optional.empty());
  }

  private static Held read(Supplier<Optional<Held.Entry>> look) {
    try {
      return look.get().<Held>map(entry -> entry).orElseGet(Held.Nothing::new);
    } catch (PortException.Cache e) {
      return new Held.Unreadable(CommandLineTool.reason(e));
    }
  }

  private static Presence presence(
      SharedCache tier, ReportKey key, PartRef ref, LocalComponent desk) {
    try {
      if (tier.part(key, ref, soon(desk)).isPresent()) {
        return Presence.THERE;
      }
      return tier.tags(key, soon(desk)).of(ref.name()).exists()
          ? Presence.OTHER_BYTES
          : Presence.ABSENT;
    } catch (PortException.Cache e) {
      return Presence.UNREADABLE;
    }
  }

  private static Deadline soon(LocalComponent desk) {
    return Deadline.in(PATIENCE, desk.clock().instant());
  }
}
