package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Pending;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an instance knows of invalidations, and what that makes of an entry (I3). */
class CoherenceTest extends CacheRig {
  private final Instance one = world.instance();

  @Test
  void theLogIsReadOnceAWindow() {
    get(one);
    long reads = reads();
    passes(Duration.ofSeconds(60));
    get(one);
    assertThat(reads()).as("a window old").isEqualTo(reads);

    passes(Duration.ofMillis(1));
    get(one);
    get(one);
    assertThat(reads()).isEqualTo(reads + 1);
  }

  @Test
  void everyThreadMayReadTheLog() throws InterruptedException {
    var other = new Thread(() -> get(one));
    other.start();
    other.join();
    long reads = reads();
    passes(Duration.ofSeconds(61));

    get(one);

    assertThat(reads()).isEqualTo(reads + 1);
  }

  @Test
  void aCallerThatWasCalledOffIsAnsweredFromWhatIsHereAndStaysCalledOff() {
    get(one);
    passes(Duration.ofSeconds(61));
    Thread.currentThread().interrupt();

    CacheAnswer answer = one.cache().peek(KEY, work());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(served(answer).source()).isEqualTo(Source.LOCAL);
  }

  @Test
  void whileItCannotBeReadItIsTriedAgainAfterTenSeconds() {
    get(one);
    one.events().clear();
    log.wire().cut(Fault.PERMISSION);
    passes(Duration.ofSeconds(61));
    long reads = reads();
    get(one);
    passes(Duration.ofSeconds(10));
    get(one);
    assertThat(reads()).isEqualTo(reads + 1);

    passes(Duration.ofMillis(1));
    get(one);
    assertThat(reads()).isEqualTo(reads + 2);
    assertThat(errors(one))
        .hasSize(2)
        .containsOnly(error(Tier.SHARED, "watermarks", Fault.PERMISSION));
  }

  @Test
  void aLogThatBreaksIsAFaultOfTheStore() {
    log.wire().cut(Fault.TIMEOUT);
    for (int day = 1; day <= 5; day++) {
      get(one, new ReportKey(KEY.ticker(), KEY.session().minusDays(day)));
    }
    long requests = world.requests();

    assertThat(one.cache().peek(KEY, work())).isEqualTo(new Pending());

    assertThat(world.requests()).as("the store is skipped").isEqualTo(requests);
  }

  @Test
  void aHiddenLocalEntryIsNotServedAlthoughItIsStillThere() {
    get(one);
    passes(Duration.ofSeconds(1));
    log.raise(new Scope.OfKey(KEY), Strength.HARD, work());
    assertThat(served(get(one)).source()).as("not heard of yet").isEqualTo(Source.LOCAL);

    passes(Duration.ofSeconds(61));

    assertThat(one.cache().peek(KEY, work())).isEqualTo(new Pending());
    assertThat(served(get(one)).source()).isEqualTo(Source.GENERATED);
    assertThat(served(get(one)).freshness()).isEqualTo(Freshness.FRESH);
  }

  @Test
  void aSoftCutOffMakesAFreshReportStaleAndAnAbsenceNothing() {
    var absent = new ReportKey(KEY.ticker(), DAY_BEFORE.session());
    get(one);
    world.generator.knowsNothing();
    get(one, absent);
    world.generator.heals();
    passes(Duration.ofSeconds(1));

    one.cache().invalidate(new Scope.OfTicker(KEY.ticker()), Strength.SOFT, work());

    assertThat(served(one.cache().peek(KEY, work())).freshness()).isEqualTo(Freshness.STALE);
    assertThat(one.queue().pending()).as("asked for anew").hasSize(1);
    assertThat(one.cache().peek(absent, work())).isEqualTo(new Pending());
    assertThat(served(get(one, absent)).source()).isEqualTo(Source.GENERATED);
  }

  @Test
  void whoComesAfterAnInvalidationDoesNotFollowAnOlderFlight() {
    Tiers tiers = Tiers.sqlite(world.newLocalCache(), log);
    Instance local = with(tiers);
    var late = new CacheAnswer[1];
    world.generator.during(() -> {
      world.generator.during(() -> {});
      passes(Duration.ofSeconds(1));
      local.cache().invalidate(new Scope.OfKey(KEY), Strength.HARD, work());
      passes(Duration.ofSeconds(1));
      late[0] = local.cache().get(KEY, Requester.nobody(), soon(), work());
    });

    String early = generation(get(local));

    assertThat(world.generator.calls()).isEqualTo(2);
    assertThat(generation(late[0])).isNotEqualTo(early);
    assertThat(generation(get(local)))
        .as("the older one was not kept")
        .isEqualTo(generation(late[0]));
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofMillis(50), world.clock.instant());
  }

  private long reads() {
    return log.wire().count("current");
  }
}
