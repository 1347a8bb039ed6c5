package dailyreport.application.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Remembers things for a while, in memory.
 *
 * @param <K> what is remembered
 */
public final class Lately<K> {
  private final InstantSource clock;
  private final Duration kept;
  private final int most;
  private final SequencedMap<K, Instant> since = new LinkedHashMap<>();

  /** Remembers each for that long, and at most so many: the oldest goes first. */
  public Lately(InstantSource clock, Duration kept, int most) {
    this.clock = clock;
    this.kept = kept;
    this.most = most;
  }

  /** Whether it was added a short while ago. */
  public synchronized boolean has(K thing) {
    Instant added = since.get(thing);
    // One that was added in the future was so before the clock was set back.
    return added != null && Duration.between(added, clock.instant()).abs().compareTo(kept) < 0;
  }

  /** Remembers it from now on; whether it was not remembered before. */
  public synchronized boolean add(K thing) {
    boolean added = !has(thing);
    since.remove(thing);
    since.put(thing, clock.instant());
    if (since.size() > most) {
      since.pollFirstEntry();
    }
    return added;
  }

  /** Forgets it. */
  public synchronized void forget(K thing) {
    since.remove(thing);
  }
}
