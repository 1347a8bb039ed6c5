package dailyreport.contract;

import static org.assertj.core.api.Assertions.fail;

import dailyreport.domain.report.Part;
import dailyreport.domain.report.ReportKey;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Acceptance line P1 of cache.md, section 10: two instances live through random histories of
 * questions, invalidations, faults, crashes and restarts, and {@link HistoryModel} says what they
 * must not do. Written once, played on the stand-ins here and on the real adapters where they meet.
 *
 * <p>A failure prints its seed and its history; {@code -Ddailyreport.seed=17} plays seed 17 alone.
 */
public abstract class RandomHistories {
  /** Name of the system property with the one seed to play. */
  public static final String SEED = "dailyreport.seed";

  /** What a writer that dies between part and record leaves in the store. */
  protected interface LeftBehind {
    /** Puts the part where a commit puts it, and no record. */
    void leave(CacheWorld world, ReportKey key, Part part);
  }

  /** A world in which nothing was ever asked. */
  protected abstract CacheWorld newWorld();

  /** Nothing is left, where a store cannot do half a commit. */
  protected LeftBehind leftBehind() {
    return (_, _, _) -> {};
  }

  /** How many histories are played: seeds 0, 1, 2 and so on. */
  protected int histories() {
    return 400;
  }

  /** How many things happen in each. */
  protected int steps() {
    return 60;
  }

  @Test
  void p1NoHistoryBreaksAPromise() {
    Long only = Long.getLong(SEED);
    LongStream seeds = only == null ? LongStream.range(0, histories()) : LongStream.of(only);
    seeds.forEach(seed -> {
      Optional<String> broken = new History(newWorld(), seed, leftBehind()).play(steps());
      broken.ifPresent(promise -> fail("seed %d (-D%s=%d): %s", seed, SEED, seed, promise));
    });
  }
}
