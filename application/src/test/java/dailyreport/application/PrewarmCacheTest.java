package dailyreport.application;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.Requester;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Received;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.Intercept;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrewarmCacheTest {
  private static final List<Ticker> THIRTY =
      CacheWorld.INSTRUMENTS.stream().map(Instrument::ticker).toList();

  private final CacheWorld world = new InMemoryCacheWorld();
  private final Instance worker = world.instance();
  private final PrewarmCache prewarm =
      new PrewarmCache(worker.cache(), world.sessions, worker.queue(), world.clock);

  @Test
  void s36PrewarmingQueuesWhatIsNotFreshSpacedOut() {
    var tickers = List.of(KEY.ticker(), CacheWorld.UOB.ticker());
    worker.cache().get(KEY, Requester.nobody(), work(), work());

    assertThat(prewarm.prewarm(tickers, work()))
        .isEqualTo(new PrewarmCache.Result(1, 1, List.of()));
    world.clock.advance(Duration.ofDays(1));
    assertThat(prewarm.prewarm(tickers, work()))
        .isEqualTo(new PrewarmCache.Result(2, 0, List.of()));

    Instant now = world.clock.instant();
    assertThat(worker.queue().pending())
        .extracting(Received::dueAt)
        .containsExactly(now.minus(Duration.ofDays(1)), now, now.plusSeconds(20));
  }

  @Test
  void s36AStaleReportIsAskedForOnce() {
    worker.cache().get(KEY, Requester.nobody(), work(), work());
    world.clock.advance(Duration.ofSeconds(1));
    worker.cache().invalidate(new Scope.OfKey(KEY), Strength.SOFT, work());

    PrewarmCache.Result result =
        prewarm.prewarm(List.of(KEY.ticker(), CacheWorld.UOB.ticker(), KEY.ticker()), work());

    assertThat(result).isEqualTo(new PrewarmCache.Result(3, 0, List.of()));
    assertThat(worker.queue().pending())
        .extracting(Received::job)
        .containsExactly(
            new Job.Refresh(KEY),
            new Job.Refresh(new ReportKey(CacheWorld.UOB.ticker(), KEY.session())));
  }

  @Test
  void aListThatDoesNotFitIntoOneGoIsToldSo() {

    PrewarmCache.Result result = prewarm.prewarm(Collections.nCopies(50, KEY.ticker()), work());

    assertThat(result.queued()).isEqualTo(46);
    assertThat(result.leftOut()).hasSize(4);
    assertThat(worker.queue().pending().getLast().dueAt())
        .isEqualTo(world.clock.instant().plusSeconds(900));
  }

  @Test
  void withAQueueThatTakesItsTimeTheListStopsBeforeTheDeadline() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20), world.clock.instant());
    var ends = new ArrayList<Deadline>();
    JobQueue slow = slow(Duration.ofMillis(1_500), ends);

    PrewarmCache.Result result =
        new PrewarmCache(worker.cache(), world.sessions, slow, world.clock)
            .prewarm(THIRTY, deadline);

    // After 11 jobs 3.5 s are left, and one more may take 4.
    assertThat(result).isEqualTo(new PrewarmCache.Result(11, 0, THIRTY.subList(11, THIRTY.size())));
    assertThat(worker.queue().pending()).hasSize(11);
    assertThat(world.clock.instant()).isBefore(deadline.at());
    assertThat(ends).hasSize(11).allMatch(end -> !end.at().isAfter(deadline.at()));
  }

  @Test
  void aQueueThatStalledOnceCostsTheRestOfTheListButNothingRunsPastTheDeadline() {
    Deadline deadline = Deadline.in(Duration.ofSeconds(5), world.clock.instant());
    var ends = new ArrayList<Deadline>();
    JobQueue slow = slow(Duration.ofSeconds(9), ends);

    PrewarmCache.Result result =
        new PrewarmCache(worker.cache(), world.sessions, slow, world.clock)
            .prewarm(THIRTY, deadline);

    assertThat(result).isEqualTo(new PrewarmCache.Result(0, 0, THIRTY));
    assertThat(ends).hasSize(1);
  }

  @Test
  void withoutTimeForALookUpAndAJobNothingIsBegun() {
    Deadline near = Deadline.in(Duration.ofMillis(3_999), world.clock.instant());
    assertThat(prewarm.prewarm(THIRTY, near)).isEqualTo(new PrewarmCache.Result(0, 0, THIRTY));
    assertThat(worker.queue().pending()).isEmpty();
    assertThat(world.generator.calls()).isZero();
  }

  /** A queue that lets time pass before it takes a job, and sees each job's deadline. */
  private JobQueue slow(Duration time, List<Deadline> ends) {
    return Intercept.calls(
        JobQueue.class,
        worker.queue(),
        (_, arguments, through) -> {
          ends.add((Deadline) arguments[2]);
          world.clock.advance(time);
          return through.call();
        });
  }

  private Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world.clock.instant());
  }
}
