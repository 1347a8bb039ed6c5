package dailyreport.contract.history;

import static org.assertj.core.api.Assertions.fail;

import dailyreport.contract.CacheWorld;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Two instances live through random histories of questions, invalidations, faults, crashes and
 * restarts, and must keep their {@link Promises}. Written once, played on the stand-ins here and on
 * the real adapters where they meet.
 *
 * <p>A failure prints its seed and its history; {@code -Ddailyreport.seed=17} plays seed 17 alone.
 */
public abstract class RandomHistories {
  /** Name of the system property with the one seed to play. */
  public static final String SEED = "dailyreport.seed";

  /** A world in which nothing was ever asked. */
  protected abstract CacheWorld newWorld();

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
      try (CacheWorld world = newWorld()) {
        new History(world, seed)
            .play(steps())
            .ifPresent(broken -> fail("seed %d (-D%s=%d): %s", seed, SEED, seed, broken));
      }
    });
  }
}
