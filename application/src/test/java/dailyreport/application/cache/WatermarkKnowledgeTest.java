package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Tag;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryInvalidationLog;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.TestClock;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an instance knows of invalidations, whatever order and time the answers come in. */
class WatermarkKnowledgeTest {
  private final TestClock clock = TestClock.atNow();
  private final RecordingEventLog events = new RecordingEventLog();
  private final CacheEntry entry = Examples.entry(Examples.NOW, "a1");
  private Runnable raise = () -> {};

  @Test
  void cutOffRaisedWhileAReadFailsIsNotForgotten() {
    var log = new InMemoryInvalidationLog(clock);
    Coherence coherence =
        coherence(
            Meddled.port(
                InvalidationLog.class,
                log,
                "current",
                _ -> {
                  clock.advance(Duration.ofSeconds(1));
                  raise.run();
                  throw new PortException.Cache(Fault.TIMEOUT, "scripted", null);
                }));

    coherence.read(soon());

    assertThat(judge(coherence).hides(entry)).isTrue();
  }

  @Test
  void answerThatWasOvertakenByACutOffDoesNotUndoIt() {
    var log = new InMemoryInvalidationLog(clock);
    Coherence coherence =
        coherence(
            Meddled.port(
                InvalidationLog.class,
                log,
                "current",
                call -> {
                  Object early = call.call();
                  clock.advance(Duration.ofSeconds(1));
                  raise.run();
                  return early;
                }));

    coherence.read(soon());

    assertThat(judge(coherence).hides(entry)).isTrue();
  }

  @Test
  void logBegunAnewIsBelieved() {
    var first = new InMemoryInvalidationLog(clock);
    var second = new InMemoryInvalidationLog(clock);
    first.raise(new Scope.OfKey(Examples.KEY), Strength.SOFT, soon());
    first.raise(new Scope.OfKey(Examples.KEY), Strength.SOFT, soon());
    Coherence coherence =
        coherence(
            Meddled.port(
                InvalidationLog.class,
                first,
                "current",
                call -> first.wire().count("current") == 0 ? call.call() : second.current(soon())));
    coherence.read(soon());
    assertThat(coherence.epoch()).isEqualTo(2);

    clock.advance(Duration.ofSeconds(1));
    second.raise(new Scope.OfKey(KEY), Strength.HARD, soon());
    coherence.read(soon());

    assertThat(judge(coherence).hides(entry)).isTrue();
  }

  @Test
  void knowledgeFromTheFutureIsNone() {
    var log = new InMemoryInvalidationLog(clock);
    Coherence coherence = coherence(log);
    clock.advance(Duration.ofHours(1));
    coherence.refresh(soon());
    clock.set(Examples.NOW.plusSeconds(1));
    log.raise(new Scope.All(), Strength.HARD, soon());

    assertThat(worth(coherence)).as("the clock was set back").isEqualTo(Freshness.STALE);
    assertThat(coherence.recent(Examples.NOW.plus(Duration.ofHours(1)))).isFalse();
    coherence.refresh(soon());

    assertThat(worth(coherence)).isEqualTo(Freshness.EXPIRED);
  }

  @Test
  void whoHasNoTimeLeftDoesNotAskAndTellsNoFault() {
    var log = new InMemoryInvalidationLog(clock);
    Coherence coherence = coherence(log);

    coherence.refresh(new Deadline(clock.instant()));
    assertThat(log.wire().calls()).isEmpty();
    assertThat(events.of(AppEvent.CacheError.class)).isEmpty();

    coherence.refresh(soon());
    assertThat(log.wire().calls()).as("nor was the next one's turn lost").hasSize(1);
  }

  private Coherence coherence(InvalidationLog log) {
    var tiers = Tiers.hybrid(NoTier.INSTANCE, NoTier.INSTANCE, NoTier.INSTANCE, log);
    var told = new CacheEvents(events, clock);
    var access = new TierAccess(AppEvent.Tier.SHARED, new Breaker(clock), told);
    var coherence = new Coherence(tiers, access, clock);
    raise = () -> coherence.raise(new Scope.All(), Strength.HARD, soon());
    return coherence;
  }

  private Judge judge(Coherence coherence) {
    return new Judge(coherence, EntryGate.live(), clock);
  }

  private Freshness worth(Coherence coherence) {
    return judge(coherence).local(new LocalCopy(entry, Tag.none(), Instant.EPOCH)).freshness();
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(2), clock.instant());
  }
}
