package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.domain.report.ReportKey;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * One load of a key at a time in this process. The first caller flies in its own thread, outside
 * the map; the others wait, each to its own deadline. Who comes after an invalidation starts a
 * flight of its own.
 */
final class Flights {
  private final ConcurrentMap<Flight, CompletableFuture<CacheAnswer>> inTheAir =
      new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Waiting waiting;

  private record Flight(ReportKey key, long epoch) {}

  /**
   * The end of a flight.
   *
   * @param own whether the caller flew it, or its own patience ended; the limits of another caller
   *     shaped any other answer
   */
  record Landed(CacheAnswer answer, boolean own) {}

  Flights(InstantSource clock, Waiting waiting) {
    this.clock = clock;
    this.waiting = waiting;
  }

  Landed join(ReportKey key, long epoch, Deadline patience, Supplier<CacheAnswer> load) {
    var flight = new Flight(key, epoch);
    var own = new CompletableFuture<CacheAnswer>();
    CompletableFuture<CacheAnswer> other = inTheAir.putIfAbsent(flight, own);
    return other == null ? new Landed(fly(flight, own, load), true) : follow(other, patience);
  }

  /** Followers are released whatever happens, and find the map empty when they ask again. */
  private CacheAnswer fly(
      Flight flight, CompletableFuture<CacheAnswer> own, Supplier<CacheAnswer> load) {
    CacheAnswer answer = new CacheAnswer.Failed("load of " + flight.key() + " ended in a bug");
    try {
      answer = load.get();
      return answer;
    } finally {
      inTheAir.remove(flight, own);
      own.complete(answer);
    }
  }

  private Landed follow(CompletableFuture<CacheAnswer> other, Deadline patience) {
    try {
      if (waiting.ends(other, patience.remaining(clock.instant()))) {
        return new Landed(other.join(), false);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return new Landed(new CacheAnswer.Pending(), true);
  }
}
