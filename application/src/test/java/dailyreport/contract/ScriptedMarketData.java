package dailyreport.contract;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Underlying;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Quotes as told by a test; counts who asked for what. */
public final class ScriptedMarketData implements MarketData {
  private final InstantSource clock;
  private final Map<String, Quotes> known = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean broken;
  private volatile Fault fault = Fault.ERROR;

  public ScriptedMarketData(InstantSource clock) {
    this.clock = clock;
  }

  /** Answers with these quotes from now on; symbols never told are unknown. */
  public ScriptedMarketData knowing(Quotes.Found quotes) {
    known.put(quotes.prices().underlying().symbol(), quotes);
    return this;
  }

  /** Throws from now on. */
  public ScriptedMarketData failing(Fault with) {
    fault = with;
    broken = true;
    return this;
  }

  /** Answers again. */
  public ScriptedMarketData healed() {
    broken = false;
    return this;
  }

  /** How often it was asked, in vain or not. */
  public int calls() {
    return asked.size();
  }

  /** Symbols in the order of the calls. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Quotes quotes(Underlying underlying, Deadline deadline) {
    asked.add(underlying.symbol());
    if (deadline.passed(clock.instant())) {
      throw new PortException.Market(
          Fault.TIMEOUT, "scripted quotes of " + underlying.symbol() + ": no time left", null);
    }
    if (broken) {
      throw new PortException.Market(
          fault, "scripted quotes of " + underlying.symbol() + ": told to fail", null);
    }
    return known.getOrDefault(underlying.symbol(), new Quotes.Unknown());
  }
}
