package dailyreport.contract;

import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.SharedCache;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The surroundings in which the scenarios of the cache are played: one shared store, as many
 * instances as a test opens, one clock. The technology behind the stores is the subclass's.
 */
public abstract class CacheWorld {
  public static final Instrument UOB = Examples.instrument("UOB19", "U11.SI", Exchange.SGX, "SGD");

  private static final Map<Ticker, Instrument> LISTED =
      Map.of(Examples.DBS.ticker(), Examples.DBS, UOB.ticker(), UOB);

  public final TestClock clock = TestClock.atNow();
  public final ScriptedGenerator generator = new ScriptedGenerator(clock);
  public final Sessions sessions = Sessions.of(TradingCalendar.bundled(), LISTED::get);
  private final AtomicInteger generations = new AtomicInteger();
  private final AtomicInteger followers = new AtomicInteger();
  private volatile Consumer<Duration> pausing = clock::advance;

  /** One instance of the application. */
  public record Instance(
      TieredCache cache, LocalCache local, InMemoryJobQueue queue, RecordingEventLog events) {}

  /** A local tier that no other instance has. */
  public abstract LocalCache newLocalCache();

  public abstract SharedCache shared();

  public abstract GenerationLease lease();

  public abstract InvalidationLog log();

  /** Everything remote meets this fault from now on. */
  public abstract void cut(Fault fault);

  /** Everything remote answers again. */
  public abstract void mend();

  /** Requests for a record so far. */
  public abstract long recordReads();

  /** Commits of a record so far. */
  public abstract long commits();

  /** All remote requests so far. */
  public abstract long requests();

  /** Whether anybody holds the lease of {@link Examples#KEY}. */
  public abstract boolean leaseHeld();

  /** The policy in which the session alone decides. */
  public SessionTtlPolicy policy() {
    return SessionTtlPolicy.of(
        sessions, LISTED::get, () -> Integer.toHexString(generations.incrementAndGet()));
  }

  /** An instance with both tiers and the usual policy. */
  public Instance instance() {
    return instance(policy());
  }

  public Instance instance(SessionTtlPolicy policy) {
    LocalCache local = newLocalCache();
    return instance(Tiers.hybrid(local, shared(), lease(), log()), local, policy, generator);
  }

  public Instance instance(
      Tiers tiers, LocalCache local, SessionTtlPolicy policy, ReportGenerator with) {
    var queue = new InMemoryJobQueue(clock);
    var events = new RecordingEventLog();
    return new Instance(
        new TieredCache(
            tiers,
            policy,
            new EntryGate(EntryGate.live().source(), _ -> true),
            with,
            new GenerationBudget(clock),
            queue,
            events,
            clock,
            waiting()),
        local,
        queue,
        events);
  }

  /** What happens while somebody pauses; at first the clock moves on by that time. */
  public void whilePausing(Consumer<Duration> action) {
    pausing = action;
  }

  /** Callers that wait, or have waited, for another caller of their instance. */
  public int followers() {
    return followers.get();
  }

  /** Waits that move the clock instead of sleeping; threads are truly waited for. */
  public Waiting waiting() {
    return new Waiting() {
      @Override
      public void pause(Duration time) {
        pausing.accept(time);
      }

      @Override
      public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
        followers.incrementAndGet();
        return Waiting.real().ends(work, atMost);
      }
    };
  }
}
