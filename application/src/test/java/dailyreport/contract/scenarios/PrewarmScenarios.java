package dailyreport.contract.scenarios;

import static dailyreport.contract.scenarios.Callers.waitWhile;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.PrewarmCache;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.port.Job;
import dailyreport.application.port.Received;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.Together;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reports are made before anybody asks: S36. */
public interface PrewarmScenarios extends Scenario {

  @Test
  default void s36AListIsPrewarmedWhileUsersAskAndNothingIsMadeTwice() {
    Instance worker = world().instance(world().policy().cappedAt(Duration.ofHours(10)));
    ReportKey soonToExpire = key(1);
    get(worker, soonToExpire);
    world().clock.advance(Duration.ofHours(9));
    ReportKey fresh = key(0);
    get(worker, fresh);
    var tickers = CacheWorld.INSTRUMENTS.stream().map(Instrument::ticker).toList();

    var result =
        new PrewarmCache(worker.cache(), world().sessions, worker.queue(), world().clock)
            .prewarm(tickers, work());

    assertThat(result).isEqualTo(new PrewarmCache.Result(28, 2, List.of()));
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    world()
        .generator
        .during(() -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.yield();
          running.decrementAndGet();
        });
    workWhileUsersAsk(worker);

    assertThat(most).hasValueLessThanOrEqualTo(3);
    assertThat(worker.queue().pending()).isEmpty();
    var asked = world().generator.asked();
    assertThat(Collections.frequency(asked, soonToExpire)).as("made again").isEqualTo(2);
    assertThat(asked).hasSize(30 + 1).contains(fresh);
    assertThat(asked.stream().distinct()).hasSize(30);
  }

  /** Step by step as the jobs fall due; two users ask for what is next and what was last. */
  private void workWhileUsersAsk(Instance worker) {
    List<Instance> users = List.of(world().instance(), world().instance());
    for (int step = 0; step < 30; step++) {
      ReportKey[] wishes = {key(Math.min(step + 2, 29)), key(Math.max(step - 1, 2))};
      world().whilePausing(_ -> waitWhile(() -> anyLeaseHeld(wishes)));
      assertThat(
              Together.run(
                  3,
                  i ->
                      i < 2
                          ? get(users.get(i), wishes[i]) instanceof Served
                          : workOff(worker) <= 2))
          .containsOnly(true);
      world().clock.advance(Duration.ofSeconds(20));
    }
  }

  private int workOff(Instance worker) {
    int jobs = 0;
    for (Optional<Received> next = worker.queue().receive();
        next.isPresent();
        next = worker.queue().receive()) {
      worker.cache().refresh(((Job.Refresh) next.get().job()).key(), work());
      worker.queue().acknowledge(next.get());
      jobs++;
    }
    return jobs;
  }

  private boolean anyLeaseHeld(ReportKey... keys) {
    for (ReportKey key : keys) {
      if (world().leaseHeld(key)) {
        return true;
      }
    }
    return false;
  }

  private ReportKey key(int number) {
    return world()
        .sessions
        .newest(CacheWorld.INSTRUMENTS.get(number).ticker(), world().clock.instant());
  }
}
