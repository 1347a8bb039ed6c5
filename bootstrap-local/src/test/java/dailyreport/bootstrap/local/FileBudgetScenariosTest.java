package dailyreport.bootstrap.local;

import static dailyreport.contract.Examples.KEY;
import static dailyreport.contract.scenarios.Scenario.served;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.sqlite.SqliteInvalidationLog;
import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.scenarios.Scenario;
import dailyreport.domain.report.ReportKey;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can only be said of a file with a budget: S35. */
@Timeout(60)
class FileBudgetScenariosTest implements Scenario {
  private static final long BUDGET = 1 << 20;
  private static final AppEvent.CacheError SWEPT =
      new AppEvent.CacheError(Tier.LOCAL, "put", Fault.FULL);

  @TempDir private Path dir;
  private final RecordingEventLog told = new RecordingEventLog();
  private BucketWorld world;
  private LocalCache local;
  private Tiers tiers;

  @BeforeEach
  void open() {
    world = new BucketWorld(dir);
    local = SqliteLocalCache.open(dir, BUDGET, BucketWorld.CODEC, world.clock, told);
    tiers = Tiers.sqlite(local, SqliteInvalidationLog.open(dir, world.clock, told));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public CacheWorld world() {
    return world;
  }

  @Test
  void s35OverItsBudgetTheFileLosesWhatIsExpiredFirstAndThenTheOldest() {
    Instance one = instance(world.policy());
    Instance brief = instance(world.policy().cappedAt(Duration.ofHours(6)));
    get(one, key(0));
    for (int number = 1; number <= 5; number++) {
      world.clock.advance(Duration.ofMinutes(1));
      get(brief, key(number));
    }
    world.clock.advance(Duration.ofHours(13));

    int next = fill(one, 6, 1);
    assertThat(local.usage().entries()).as("all but the five expired ones").isEqualTo(next - 5);
    for (int number = 1; number <= 5; number++) {
      assertThat(local.find(key(number))).as("expired " + number).isEmpty();
    }

    next = fill(one, next, 2);
    assertThat(local.find(key(0))).as("the oldest").isEmpty();
    assertThat(local.find(key(next / 2))).as("younger than enough others").isPresent();
    assertThat(told.events()).containsOnly(SWEPT);
    assertThat(one.events().of(AppEvent.CacheError.class)).as("nothing reached the core").isEmpty();
  }

  /** Has reports made, one a minute, until the file was swept that often; the next number. */
  private int fill(Instance one, int first, int sweeps) {
    int next = first;
    while (told.events().size() < sweeps) {
      world.clock.advance(Duration.ofMinutes(1));
      assertThat(served(get(one, key(next))).source()).isEqualTo(Source.GENERATED);
      assertThat(local.usage().bytes()).isLessThanOrEqualTo(BUDGET);
      assertThat(local.find(key(next++))).as("the newest").isPresent();
    }
    return next;
  }

  private Instance instance(SessionTtlPolicy policy) {
    return world.instance(tiers, local, policy, world.generator);
  }

  /** Of as many keys as are wanted: session after session of one ticker, back in time. */
  private static ReportKey key(int number) {
    return new ReportKey(KEY.ticker(), KEY.session().minusDays(number));
  }
}
