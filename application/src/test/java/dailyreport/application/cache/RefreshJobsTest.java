package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryJobQueue;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.cache.Freshness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshJobsTest extends CacheRig {
  private final InMemoryJobQueue queue = new InMemoryJobQueue(world.clock);
  private final RecordingEventLog events = new RecordingEventLog();
  private final Tiers tiers = Tiers.hybrid(world.newLocalCache(), shared, lease, log);

  @BeforeEach
  void aStaleReportIsThere() {
    get(capped(Duration.ofHours(6)));
    passes(Duration.ofHours(7));
  }

  @Test
  void aQueueThatDoesNotTakeTheJobCostsNobodyTheAnswerAndIsAskedAgain() {
    var attempts = new ArrayList<Duration>();
    JobQueue refusing =
        Spied.on(
            JobQueue.class,
            queue,
            (_, arguments) -> {
              attempts.add(((Deadline) arguments.getLast()).remaining(world.clock.instant()));
              passes(Duration.ofMillis(70));
              throw new PortException.Queue(Fault.THROTTLED, "job for a busy queue", null);
            });
    TieredCache cache = cache(tiers, refusing, events, world.waiting());

    assertStale(cache.peek(KEY, work()));
    assertStale(cache.peek(KEY, work()));

    assertThat(attempts).containsExactly(Duration.ofMillis(400), Duration.ofMillis(400));
    assertThat(events.of(AppEvent.DependencyCall.class))
        .isEqualTo(
            List.of(
                new AppEvent.DependencyCall("queue", "throttled", Duration.ofMillis(70)),
                new AppEvent.DependencyCall("queue", "throttled", Duration.ofMillis(70))));
  }

  @Test
  void aJobThatWasTakenIsSentAgainAfterAMinute() {
    TieredCache cache = cache(tiers, queue, events, world.waiting());

    assertStale(cache.peek(KEY, work()));
    assertStale(cache.peek(KEY, work()));
    assertThat(queue.pending()).hasSize(1);

    passes(Duration.ofSeconds(60));
    assertStale(cache.peek(KEY, work()));
    assertThat(queue.pending()).hasSize(2);
    assertThat(events.of(AppEvent.DependencyCall.class)).isEmpty();
  }

  @Test
  void whatIsFreshForAWhileYetIsNotMadeAgain() {
    Instance one = world.instance();
    one.cache().refresh(KEY, work());
    assertThat(world.generator.calls()).isEqualTo(2);
    int leases = lease.wire().calls().size();

    assertThat(served(one.cache().refresh(KEY, work())).freshness()).isEqualTo(Freshness.FRESH);
    assertThat(served(world.instance().cache().refresh(KEY, work())).freshness())
        .isEqualTo(Freshness.FRESH);

    assertThat(world.generator.calls()).isEqualTo(2);
    assertThat(lease.wire().calls()).as("nobody even asks for the lease").hasSize(leases);
  }

  @Test
  void whatAnotherInstanceRefreshedBeforeTheLeaseWasHeldIsNotMadeAgain() {
    Instance other = world.instance();
    GenerationLease late =
        Spied.on(
            GenerationLease.class,
            lease,
            (method, _) -> {
              if (method.equals("tryAcquire")) {
                other.cache().refresh(KEY, work());
              }
            });
    Instance one = with(Tiers.hybrid(world.newLocalCache(), shared, late, log));

    assertThat(served(one.cache().refresh(KEY, work())).freshness()).isEqualTo(Freshness.FRESH);

    assertThat(world.generator.calls()).isEqualTo(2);
  }

  private static void assertStale(CacheAnswer answer) {
    assertThat(served(answer).freshness()).isEqualTo(Freshness.STALE);
  }
}
