package dailyreport.application;

import dailyreport.application.cache.Sessions;
import dailyreport.application.port.Answer;
import dailyreport.application.port.Incoming;
import dailyreport.application.port.Messages;
import dailyreport.application.port.Said;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an event asks for: line.md, section 4. In groups only a symbol or a command is heard, or a
 * name after a mention of us; the mention itself is no longer in the text.
 */
final class Understanding {
  private static final Set<String> HELP =
      Set.of("help", Messages.COMMAND_HELP.text(), Messages.COMMAND_USE.text());
  private static final String REPORT = Messages.COMMAND_REPORT.text();
  private static final int PAGE = 20;

  /** What may be shown again of a text that nobody knows. */
  private static final Pattern ECHO = Pattern.compile("[!-~]([ -~]{0,14}[!-~])?");

  private final TickerDirectory directory;
  private final Sessions sessions;

  Understanding(TickerDirectory directory, Sessions sessions) {
    this.directory = directory;
    this.sessions = sessions;
  }

  Wish of(Incoming incoming, Instant now) {
    boolean alone = incoming.source().kind() == Incoming.Kind.USER;
    return switch (incoming.said()) {
      case Said.Text(var text, var mentionsUs) -> text(text.strip(), alone, mentionsUs, now);
      case Said.Tap(var ticker, var session) -> tap(ticker, session, now);
      case Said.TapList(var page) -> new Wish.Told(listing(page));
      case Said.Followed(), Said.Joined() -> new Wish.Told(new Answer.Welcome());
      case Said.Other() -> alone ? new Wish.Told(new Answer.Hint()) : new Wish.Silence("group");
    };
  }

  private Wish text(String text, boolean alone, boolean mentionsUs, Instant now) {
    if (HELP.contains(text.toLowerCase(Locale.ROOT))) {
      return new Wish.Told(new Answer.Help());
    }
    if (text.equals(Messages.COMMAND_LIST.text())) {
      return new Wish.Told(listing(1));
    }
    boolean asked = text.startsWith(REPORT);
    String name = asked ? text.substring(REPORT.length()).strip() : text;
    return switch (directory.resolve(name)) {
      case Resolved.Exact(var instrument, var bySymbol) ->
          alone || mentionsUs || asked || bySymbol
              ? new Wish.ReportOf(sessions.newest(instrument.ticker(), now))
              : new Wish.Silence("group");
      case Resolved.Question(var suggestions) ->
          alone
              ? new Wish.Told(new Answer.Unknown(echo(name), suggestions))
              : new Wish.Silence("group");
      case Resolved.Unknown() ->
          alone
              ? new Wish.Told(new Answer.Unknown(echo(name), List.of()))
              : new Wish.Silence("group");
    };
  }

  /** A button may be old or made up: the list decides the ticker, the calendar the session. */
  private Wish tap(Ticker ticker, Optional<LocalDate> session, Instant now) {
    if (directory.find(ticker).isEmpty()) {
      return new Wish.Told(new Answer.Unknown(ticker.symbol(), List.of()));
    }
    ReportKey newest = sessions.newest(ticker, now);
    return new Wish.ReportOf(
        session
            .map(day -> new ReportKey(ticker, day))
            .filter(key -> sessions.askable(key, now))
            .orElse(newest));
  }

  private Answer listing(int page) {
    var byMarket = new ArrayList<>(directory.all());
    byMarket.sort(
        Comparator.comparing((Instrument it) -> it.underlying().exchange())
            .thenComparing(Instrument::ticker));
    int pages = Math.ceilDiv(byMarket.size(), PAGE);
    int shown = Math.clamp(page, 1, pages);
    return new Answer.Listing(
        byMarket.subList((shown - 1) * PAGE, Math.min(shown * PAGE, byMarket.size())),
        shown,
        pages);
  }

  private static String echo(String name) {
    return ECHO.matcher(name).matches() ? name : "";
  }
}
