package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PortException;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Underlying;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Headlines as told by a test; counts the calls. */
public final class ScriptedNewsFeed implements NewsFeed {
  private final InstantSource clock;
  private final Map<String, List<Headline>> known = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean broken;
  private volatile Fault fault = Fault.ERROR;

  public ScriptedNewsFeed(InstantSource clock) {
    this.clock = clock;
  }

  /** Answers with these headlines from now on; symbols never told have none. */
  public ScriptedNewsFeed knowing(Underlying underlying, List<Headline> headlines) {
    known.put(underlying.symbol(), List.copyOf(headlines));
    return this;
  }

  /** Throws from now on. */
  public ScriptedNewsFeed failing(Fault with) {
    fault = with;
    broken = true;
    return this;
  }

  /** Answers again. */
  public ScriptedNewsFeed healed() {
    broken = false;
    return this;
  }

  /** How often it was asked, in vain or not. */
  public int calls() {
    return calls.get();
  }

  @Override
  public List<Headline> recent(Underlying underlying, int limit, Deadline deadline) {
    calls.incrementAndGet();
    if (deadline.passed(clock.instant())) {
      throw new PortException.Market(
          Fault.TIMEOUT, "scripted news of " + underlying.symbol() + ": no time left", null);
    }
    if (broken) {
      throw new PortException.Market(
          fault, "scripted news of " + underlying.symbol() + ": told to fail", null);
    }
    return Headline.newestFirst(known.getOrDefault(underlying.symbol(), List.of())).stream()
        .limit(limit)
        .toList();
  }
}
