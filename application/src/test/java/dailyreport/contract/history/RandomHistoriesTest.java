package dailyreport.contract.history;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.history.TamperedCacheWorld.Flaw;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the histories can fail: each flaw breaks its promise within the seeds that are played. */
class RandomHistoriesTest {
  private static final int SEEDS = 400;
  private static final int STEPS = 60;

  @ParameterizedTest
  @CsvSource({
    "COMMIT_IGNORES_TAGS, an older generation never replaces a newer one",
    "PART_IGNORES_DIGEST, a chart is that of its record",
    "COPY_LIVES_ON, a life is minted once and copied verbatim",
    "COPY_STAYS, who was served a newer one is not served an older one",
    "LOG_FORGETS, what was invalidated is not served",
    "LEASE_FOR_ALL, a lease has one holder at a time"
  })
  void aFlawIsFound(Flaw flaw, String promise) {
    int seed = 0;
    Optional<String> broken = Optional.empty();
    while (broken.isEmpty() && seed < SEEDS) {
      broken = new History(new TamperedCacheWorld(flaw), seed++).play(STEPS);
    }

    assertThat(broken).as("seeds played: %d", seed).isPresent();
    assertThat(broken.get()).startsWith(promise + "\n");
  }
}
