package dailyreport.application.cache;

import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sessions of a receipt: which is the newest, which came before, when the next one is over. */
public final class Sessions {
  private final TradingCalendar calendar;
  private final Function<Ticker, Instrument> listed;
  private final boolean pinned;
  private final Function<Ticker, Optional<LocalDate>> pins;

  private Sessions(
      TradingCalendar calendar,
      Function<Ticker, Instrument> listed,
      boolean pinned,
      Function<Ticker, Optional<LocalDate>> pins) {
    this.calendar = calendar;
    this.listed = listed;
    this.pinned = pinned;
    this.pins = pins;
  }

  /**
   * Sessions by the calendar.
   *
   * @param listed the instrument of every ticker of the list; throws for any other
   */
  public static Sessions of(TradingCalendar calendar, Function<Ticker, Instrument> listed) {
    return new Sessions(calendar, listed, false, _ -> Optional.empty());
  }

  /** The same, with the newest session pinned: prices come from a file that ends on that day. */
  public Sessions pinnedAt(LocalDate session) {
    return new Sessions(calendar, listed, true, _ -> Optional.of(session));
  }

  /** The same, with the newest session of these pinned: each has its own file of prices. */
  public Sessions pinnedAt(Map<Ticker, LocalDate> sessions) {
    Map<Ticker, LocalDate> pins = Map.copyOf(sessions);
    return new Sessions(calendar, listed, true, ticker -> Optional.ofNullable(pins.get(ticker)));
  }

  /** Whether the newest session is pinned. */
  public boolean pinned() {
    return pinned;
  }

  /** The key of the newest session that is closed and settled. */
  public ReportKey newest(Ticker ticker, Instant now) {
    return new ReportKey(
        ticker, pins.apply(ticker).orElseGet(() -> calendar.lastClosed(exchange(ticker), now)));
  }

  /** The key of the session before. */
  public ReportKey before(ReportKey key) {
    Exchange exchange = exchange(key.ticker());
    LocalDate day = key.session().minusDays(1);
    while (!calendar.isSession(exchange, day)) {
      day = day.minusDays(1);
    }
    return new ReportKey(key.ticker(), day);
  }

  /** The instant at which the next session after {@code after} is closed and settled. */
  public Instant nextClose(Ticker ticker, Instant after) {
    return calendar.nextClose(exchange(ticker), after);
  }

  /** Whether the exchange trades on that day, and not later than the newest session. */
  public boolean askable(ReportKey key, Instant now) {
    return !key.session().isAfter(newest(key.ticker(), now).session())
        && calendar.isSession(exchange(key.ticker()), key.session());
  }

  private Exchange exchange(Ticker ticker) {
    return listed.apply(ticker).underlying().exchange();
  }
}
