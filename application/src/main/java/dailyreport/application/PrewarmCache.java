package dailyreport.application;

import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has the reports of a list made before anybody asks, spaced out so that a person's job never waits
 * behind the list.
 */
public final class PrewarmCache {
  private static final Duration APART = Duration.ofSeconds(20);

  /** Longest delay a queue takes; more tickers than fit belong into a second list. */
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  private static final Duration STEP = Duration.ofSeconds(2);

  /** A look-up and a job; with less time than that a ticker is not begun. */
  private static final Duration ONE_TICKER = STEP.multipliedBy(2);

  private final TieredCache cache;
  private final Sessions sessions;
  private final JobQueue queue;
  private final InstantSource clock;

  /** Pre-warms this cache through this queue. */
  public PrewarmCache(TieredCache cache, Sessions sessions, JobQueue queue, InstantSource clock) {
    this.cache = cache;
    this.sessions = sessions;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param queued asked for, by this or by the cache itself when it saw that an entry is stale
   * @param alreadyFresh need not be
   * @param leftOut did not fit into one go, the queue did not take them, or time ran out
   */
  public record Result(int queued, int alreadyFresh, List<Ticker> leftOut) {
    public Result {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Queues what is not fresh, in the order of the list, for as long as there is time.
   *
   * @param deadline nothing runs past it: what could not be looked up and queued before is left out
   */
  public Result prewarm(List<Ticker> tickers, Deadline deadline) {
    int queued = 0;
    int fresh = 0;
    var leftOut = new ArrayList<Ticker>();
    for (Ticker ticker : tickers) {
      if (deadline.remaining(clock.instant()).compareTo(ONE_TICKER) < 0) {
        leftOut.add(ticker);
        continue;
      }
      ReportKey key = sessions.newest(ticker, clock.instant());
      Optional<Freshness> kept = kept(key, deadline);
      if (kept.equals(Optional.of(Freshness.FRESH))) {
        fresh++;
      } else if (kept.isPresent() || send(key, APART.multipliedBy(queued), deadline)) {
        // Whoever is served a stale report has asked for the next one by that.
        queued++;
      } else {
        leftOut.add(ticker);
      }
    }
    return new Result(queued, fresh, leftOut);
  }

  private Optional<Freshness> kept(ReportKey key, Deadline deadline) {
    return cache.peek(key, deadline.atMost(STEP, clock.instant())) instanceof Served served
        ? Optional.of(served.freshness())
        : Optional.empty();
  }

  private boolean send(ReportKey key, Duration delay, Deadline deadline) {
    if (delay.compareTo(LONGEST_DELAY) > 0) {
      return false;
    }
    try {
      queue.send(new Job.Refresh(key), delay, deadline.atMost(STEP, clock.instant()));
      return true;
    } catch (PortException.Queue _) {
      return false;
    }
  }
}
