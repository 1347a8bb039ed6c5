package dailyreport.contract;

import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.SharedCache;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The surroundings in which the scenarios of the cache are played: one shared store, as many
 * instances as a test opens, one clock. The technology behind the stores is the subclass's.
 */
public abstract class CacheWorld implements AutoCloseable {
  public static final Instrument UOB = Examples.instrument("UOB19", "U11.SI", Exchange.SGX, "SGD");

  /** Thirty, as many as a list to pre-warm has; the first two are DBS and UOB. */
  public static final List<Instrument> INSTRUMENTS =
      Stream.concat(
              Stream.of(Examples.DBS, UOB),
              IntStream.range(2, 30)
                  .mapToObj(i ->
                      Examples.instrument("EX" + i + "19", "E" + i + ".SI", Exchange.SGX, "SGD")))
          .toList();

  private static final Map<Ticker, Instrument> LISTED =
      INSTRUMENTS.stream().collect(Collectors.toMap(Instrument::ticker, Function.identity()));

  public final TestClock clock = TestClock.atNow();
  public final ScriptedGenerator generator = new ScriptedGenerator(clock);
  public final Sessions sessions = Sessions.of(TradingCalendar.bundled(), LISTED::get);
  private final AtomicInteger generations = new AtomicInteger();
  private final AtomicInteger followers = new AtomicInteger();
  private volatile Consumer<Duration> pausing = clock::advance;

  /** One instance of the application. */
  public record Instance(
      TieredCache cache, LocalCache local, InMemoryJobQueue queue, RecordingEventLog events) {}

  /** What may be wrong with the bytes of a stored record. */
  public enum Spoiling {
    TRUNCATED,
    GIBBERISH,
    OTHER_KEY,
    OTHER_SCHEMA
  }

  /** A local tier that no other instance has. */
  public abstract LocalCache newLocalCache();

  /** A local tier that no other instance has and no shared one, with the log beside it. */
  public abstract Tiers localTiers();

  public abstract SharedCache shared();

  public abstract GenerationLease lease();

  public abstract InvalidationLog log();

  /** Everything remote meets this fault from now on. */
  public abstract void cut(Fault fault);

  /** Nothing remote answers from now on, and no request is refused either. */
  public void hang() {
    cut(Fault.TIMEOUT);
  }

  /** Everything remote answers again. */
  public abstract void mend();

  /** Replaces the stored record by one that must not be believed. */
  public abstract void spoil(ReportKey key, Spoiling how);

  /** The next commit stores its parts, and then its record is refused. */
  public abstract void refuseNextRecord();

  /** Requests for a record so far. */
  public abstract long recordReads();

  /** Commits of a record so far. */
  public abstract long commits();

  /** All remote requests so far. */
  public abstract long requests();

  /** Whether there is a lease of the key, ended or not. */
  public abstract boolean leaseHeld(ReportKey key);

  /** Whether there is a lease of {@link Examples#KEY}, ended or not. */
  public boolean leaseHeld() {
    return leaseHeld(Examples.KEY);
  }

  /** Gives back what the world has opened. */
  @Override
  public void close() {}

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
    var events = new RecordingEventLog();
    Tiers tiers = tiers(events);
    return instance(tiers, tiers.local(), policy, generator, events);
  }

  /** An instance with these tiers and the usual policy and generator. */
  public Instance instance(Tiers tiers) {
    return instance(tiers, tiers.local(), policy(), generator);
  }

  public Instance instance(
      Tiers tiers, LocalCache local, SessionTtlPolicy policy, ReportGenerator with) {
    return instance(tiers, local, policy, with, new RecordingEventLog());
  }

  private Instance instance(
      Tiers tiers,
      LocalCache local,
      SessionTtlPolicy policy,
      ReportGenerator with,
      RecordingEventLog events) {
    var queue = new InMemoryJobQueue(clock);
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

  /**
   * Both tiers of a new instance.
   *
   * @param events hears what the tiers themselves have to tell
   */
  public Tiers tiers(EventLog events) {
    return Tiers.hybrid(newLocalCache(), shared(), lease(), log());
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
