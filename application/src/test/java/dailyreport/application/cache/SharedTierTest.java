package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryJobQueue;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A shared tier that breaks, and what an invalidation does to it. */
class SharedTierTest extends CacheRig {

  @Test
  void aHardInvalidationDeletesAndASoftOneDoesNot() {
    Instance one = world.instance();
    get(one);
    passes(Duration.ofSeconds(1));

    one.cache().invalidate(new Scope.OfKey(KEY), Strength.SOFT, work());
    assertThat(shared.find(KEY, work())).isInstanceOf(Lookup.Found.class);
    assertThat(one.local().find(KEY)).isPresent();

    one.cache().invalidate(new Scope.OfTicker(KEY.ticker()), Strength.HARD, work());
    assertThat(shared.find(KEY, work())).isEqualTo(new Lookup.None());
    assertThat(one.local().find(KEY)).isEmpty();
    one.cache().invalidate(new Scope.OfSession(KEY.session()), Strength.HARD, work());
    one.cache().invalidate(new Scope.All(), Strength.HARD, work());
    assertThat(one.events().of(AppEvent.Invalidated.class))
        .containsExactly(
            new AppEvent.Invalidated("entry", "soft"),
            new AppEvent.Invalidated("ticker", "hard"),
            new AppEvent.Invalidated("session", "hard"),
            new AppEvent.Invalidated("all", "hard"));
  }

  @Test
  void whatCannotBeDeletedIsToldAndHiddenAllTheSame() {
    Instance one = world.instance();
    get(one);
    passes(Duration.ofSeconds(1));
    shared.wire().cut(Fault.PERMISSION);

    one.cache().invalidate(new Scope.OfKey(KEY), Strength.HARD, work());

    assertThat(errors(one)).containsExactly(error(Tier.SHARED, "delete", Fault.PERMISSION));
    shared.wire().mend();
    assertThat(one.cache().peek(KEY, work())).isEqualTo(new CacheAnswer.Pending());
  }

  @Test
  void aTierThatIsBackIsUsedAtOnce() {
    get(world.instance());
    Instance one = world.instance();
    world.cut(Fault.TIMEOUT);
    for (int day = 1; day <= 5; day++) {
      one.cache().peek(before(day), work());
    }
    long open = world.requests();
    assertThat(one.cache().peek(KEY, work())).isEqualTo(new CacheAnswer.Pending());
    assertThat(world.requests()).as("skipped").isEqualTo(open);

    world.mend();
    passes(Duration.ofSeconds(31));
    one.cache().peek(before(1), work());

    assertThat(served(one.cache().peek(KEY, work())).source()).isEqualTo(Source.SHARED);
  }

  @Test
  void anAnsweredProbeEndsTheSkip() {
    get(world.instance());
    Instance one = world.instance();
    one.cache().peek(before(6), work());
    shared.wire().cut(Fault.TIMEOUT);
    for (int day = 1; day <= 5; day++) {
      one.cache().peek(before(day), work());
    }
    shared.wire().mend();
    passes(Duration.ofSeconds(30));

    one.cache().peek(before(1), work());

    assertThat(served(one.cache().peek(KEY, work())).source()).isEqualTo(Source.SHARED);
  }

  @Test
  void aRecordThatMustNotBeBelievedIsReplacedFromTheLocalTier() {
    Instance one = world.instance();
    get(one);
    shared.spoil(KEY, Fault.INVALID);
    passes(Duration.ofSeconds(61));

    assertThat(served(get(one)).source()).isEqualTo(Source.LOCAL);

    assertThat(errors(one)).containsExactly(error(Tier.SHARED, "get", Fault.INVALID));
    assertThat(kept()).isEqualTo(one.local().find(KEY).orElseThrow().entry());
    assertThat(world.generator.calls()).isEqualTo(1);
  }

  @Test
  void aTextThatFailsTheGateIsNotServedNorCopied() {
    get(world.instance());
    var local = world.newLocalCache();
    var refusing = new EntryGate(_ -> true, _ -> false);
    var events = new RecordingEventLog();
    var strict =
        new TieredCache(
            Tiers.hybrid(local, shared, lease, log),
            world.policy(),
            refusing,
            world.generator,
            new GenerationBudget(world.clock),
            new InMemoryJobQueue(world.clock),
            events,
            world.clock,
            world.waiting());

    assertThat(strict.peek(KEY, work())).isEqualTo(new CacheAnswer.Pending());

    assertThat(events.of(AppEvent.CacheError.class))
        .containsExactly(error(Tier.SHARED, "get", Fault.INVALID));
    assertThat(local.find(KEY)).isEmpty();

    var mine = entry(world.clock.instant().plusSeconds(1), "a");
    local.store(new LocalCopy(mine, Tag.none(), Instant.EPOCH));
    assertThat(served(strict.get(KEY, Requester.nobody(), work(), work())).entry()).isEqualTo(mine);
    assertThat(kept()).as("replaced by the local one").isEqualTo(mine);
  }

  private static ReportKey before(int days) {
    return new ReportKey(KEY.ticker(), KEY.session().minusDays(days));
  }
}
