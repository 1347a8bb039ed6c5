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
  private final SequencedMap<K, Instant> until = new LinkedHashMap<>();

  /** Remembers each for that long, and at most so many: the oldest goes first. */
  public Lately(InstantSource clock, Duration kept, int most) {
    this.clock = clock;
    this.kept = kept;
    this.most = most;
  }

  /** Whether it was added a short while ago. */
  public synchronized boolean has(K thing) {
    Instant end = until.get(thing);
    return end != null && clock.instant().isBefore(end);
  }

  /** Remembers it from now on; whether it was not remembered before. */
  public synchronized boolean add(K thing) {
    boolean added = !has(thing);
    until.remove(thing);
    until.put(thing, clock.instant().plus(kept));
    if (until.size() > most) {
      until.pollFirstEntry();
    }
    return added;
  }

  /** Forgets it. */
  public synchronized void forget(K thing) {
    until.remove(thing);
  }
}
