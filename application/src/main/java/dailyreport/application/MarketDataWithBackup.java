package dailyreport.application;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Underlying;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Two sources of prices, the second for the times when the first gives nothing that can be used.
 *
 * <p>An answer comes from one of them as a whole, never from both: bars that are adjusted in
 * different ways would make indicators of nothing. That the first does not know a symbol is an
 * answer, so the second is not asked. When both fail, the first one's fault is told.
 */
public final class MarketDataWithBackup implements MarketData {
  /** Kept back for the second; a source that is limited or denied says so at once anyway. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  private final MarketData first;
  private final MarketData second;
  private final InstantSource clock;

  /** Asks {@code second} where {@code first} fails. */
  public MarketDataWithBackup(MarketData first, MarketData second, InstantSource clock) {
    this.first = first;
    this.second = second;
    this.clock = clock;
  }

  @Override
  public Quotes quotes(Underlying underlying, Deadline deadline) {
    try {
      return first.quotes(underlying, early(deadline));
    } catch (PortException.Market e) {
      return fromSecond(underlying, deadline, e);
    }
  }

  private Quotes fromSecond(Underlying underlying, Deadline deadline, PortException.Market fault) {
    if (Thread.currentThread().isInterrupted() || deadline.passed(clock.instant())) {
      throw fault;
    }
    try {
      if (second.quotes(underlying, deadline) instanceof Quotes.Found found) {
        return found;
      }
    } catch (PortException.Market e) {
      fault.addSuppressed(e);
    }
    // What the second does not know may be a matter of its coverage; the first still knows it.
    throw fault;
  }

  /** Never less than half of the time for the first. */
  private Deadline early(Deadline deadline) {
    Instant now = clock.instant();
    Duration left = deadline.remaining(now);
    Duration half = left.dividedBy(2);
    return Deadline.in(left.minus(half.compareTo(RESERVE) < 0 ? half : RESERVE), now);
  }
}
