package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.Intercept;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Who began earlier never writes over who began later, before whichever request to the shared tier
 * the other one commits. {@code dailyreport.application.cache.search} shows the same of the model.
 */
class CommitOrderTest {
  /** Short, so that no request comes too late for it. */
  private static final Duration TICK = Duration.ofMillis(10);

  private InMemoryCacheWorld world = new InMemoryCacheWorld();
  private int requests;
  private int interruptedAt;
  private boolean blind;
  private Instant otherBegan = Instant.MIN;

  @Test
  void aNewReportDoesNotReplaceOneThatBeganLater() {
    int requests = beforeEveryRequest(this::get);

    assertThat(requests).isGreaterThanOrEqualTo(5); // record, again, tags, session before, commit
  }

  @Test
  void aWriterThatMetAConflictDoesNotReplaceOneThatBeganLater() {
    int requests =
        beforeEveryRequest(one -> {
          Bundle earlier = Examples.bundle(world.clock.instant(), "e0");
          Tags nothing = world.shared().tags(KEY, soon());
          world.clock.advance(TICK);
          world.generator.during(() -> world.shared().commit(earlier, nothing, soon()));
          get(one);
        });

    assertThat(requests).isGreaterThanOrEqualTo(8); // and tags, record and commit once more
  }

  @Test
  void aRepairDoesNotReplaceOneThatBeganLater() {
    int requests =
        beforeEveryRequest(one -> {
          world.cut(Fault.TIMEOUT);
          get(one);
          world.mend();
          commit(Examples.bundle(Examples.NOW.minus(TICK), "e0"));
          world.clock.advance(Duration.ofSeconds(91));
          get(one);
        });

    assertThat(requests).isGreaterThanOrEqualTo(7); // record, tags, record, commit at the end
  }

  @Test
  void whoCannotSeeWhoWonReplacesNobody() {
    Instance one = instance();
    world.generator.during(() -> {
      world.clock.advance(TICK);
      commit(Examples.bundle(world.clock.instant(), "b0"));
      blind = true;
    });

    get(one);

    assertThat(recordBegan()).isEqualTo(Examples.NOW.plus(TICK));
  }

  @Test
  void aNewerRecordIsNotReplacedEvenIfItIsOfNoUse() {
    world.generator.during(() -> {
      world.clock.advance(TICK);
      world.shared().commit(Examples.negative(world.clock.instant(), "b0"), Tag.none(), soon());
      world.clock.advance(TICK);
      world.log().raise(new Scope.OfKey(KEY), Strength.SOFT, soon());
    });

    get(instance());

    assertThat(recordBegan()).isEqualTo(Examples.NOW.plus(TICK));
  }

  /** Plays the story once for each request, with another writer's commit right before it. */
  private int beforeEveryRequest(Consumer<Instance> story) {
    int n = 0;
    do {
      world = new InMemoryCacheWorld();
      requests = 0;
      otherBegan = Instant.MIN;
      interruptedAt = ++n;
      story.accept(instance());
      if (!otherBegan.equals(Instant.MIN)) {
        assertThat(recordBegan()).as("committed before request %d", n).isAfterOrEqualTo(otherBegan);
      }
    } while (requests >= n);
    return n - 1;
  }

  private Instance instance() {
    LocalCache local = world.newLocalCache();
    return world.instance(
        Tiers.hybrid(local, interrupted(world.shared()), world.lease(), world.log()),
        local,
        world.policy(),
        world.generator);
  }

  private SharedCache interrupted(SharedCache shared) {
    return Intercept.calls(
        SharedCache.class,
        shared,
        (method, _, through) -> {
          if (++requests == interruptedAt) {
            world.clock.advance(TICK);
            Instant now = world.clock.instant();
            commit(Examples.bundle(now, "b0"));
            otherBegan = now;
            world.clock.advance(TICK);
          }
          if (blind && method.equals("find")) {
            throw new PortException.Cache(Fault.TIMEOUT, "find: no answer", null);
          }
          return through.call();
        });
  }

  private void commit(Bundle bundle) {
    world.shared().commit(bundle, world.shared().tags(KEY, soon()), soon());
  }

  private Instant recordBegan() {
    return ((Lookup.Found) world.shared().find(KEY, soon())).entry().validity().startedAt();
  }

  private void get(Instance one) {
    one.cache().get(KEY, Requester.nobody(), soon(), soon());
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(120), world.clock.instant());
  }
}
