package dailyreport.application;

import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The closed list of receipts, and the only way from text that a person typed to a {@link Ticker}.
 * It never substitutes silently: what is only near is a question. Rules: report.md, section 2.
 */
public final class TickerDirectory {
  private static final int MOST_SUGGESTIONS = 3;
  private static final int SHORTEST_NAME = 4;
  private static final int SHORTEST_PREFIX = 3;

  /** Issuer's number at the end of every symbol of the list. */
  private static final String ISSUER = "19";

  private final List<Instrument> instruments;
  private final Map<String, Instrument> bySymbol = new HashMap<>();
  private final Map<String, Instrument> byOtherSymbol = new HashMap<>();

  private TickerDirectory(List<Instrument> instruments) {
    this.instruments = List.copyOf(instruments);
    for (Instrument instrument : instruments) {
      putOnce(bySymbol, symbol(instrument), instrument);
      putOnce(byOtherSymbol, base(instrument), instrument);
    }
    for (Instrument instrument : instruments) {
      String yahoo = instrument.underlying().symbol();
      if (!instrument.equals(byOtherSymbol.get(yahoo))) {
        putOnce(byOtherSymbol, yahoo, instrument);
      }
    }
  }

  /** The list that comes with the program. */
  public static TickerDirectory bundled() {
    return new TickerDirectory(TickerFile.bundled());
  }

  /**
   * A list of one's own, in that order.
   *
   * @throws IllegalArgumentException when two rows share a symbol
   */
  public static TickerDirectory of(List<Instrument> instruments) {
    return new TickerDirectory(instruments);
  }

  /** All instruments, in the order of the list. */
  public List<Instrument> all() {
    return instruments;
  }

  /** The instrument of a ticker, for tickers that came back in a button, a link or a job. */
  public Optional<Instrument> find(Ticker ticker) {
    return Optional.ofNullable(bySymbol.get(ticker.symbol()));
  }

  /**
   * The instrument of a ticker that is known to be listed, as the ticker of a key is.
   *
   * @throws IllegalArgumentException when it is not
   */
  public Instrument listed(Ticker ticker) {
    return find(ticker)
        .orElseThrow(() -> new IllegalArgumentException("ticker " + ticker + " is not listed"));
  }

  /** What a typed text stands for. */
  public Resolved resolve(String typed) {
    return TypedName.of(typed).map(this::resolve).orElseGet(Resolved.Unknown::new);
  }

  /** Up to three others to offer beside a ticker: the next ones of its exchange, then any. */
  public List<Ticker> neighbours(Ticker ticker) {
    int at = find(ticker).map(instruments::indexOf).orElse(0);
    var round =
        Stream.concat(
                instruments.subList(at, instruments.size()).stream(),
                instruments.subList(0, at).stream())
            .filter(other -> !other.ticker().equals(ticker))
            .toList();
    Predicate<Instrument> sameExchange =
        other -> other.underlying().exchange() == instruments.get(at).underlying().exchange();
    return Stream.concat(
            round.stream().filter(sameExchange), round.stream().filter(sameExchange.negate()))
        .limit(MOST_SUGGESTIONS)
        .map(Instrument::ticker)
        .toList();
  }

  private Resolved resolve(TypedName typed) {
    Instrument named = bySymbol.get(typed.squashed());
    if (named != null) {
      return new Resolved.Exact(named, true);
    }
    Instrument other = byOtherSymbol.get(typed.squashed());
    if (other != null) {
      return new Resolved.Exact(other, false);
    }
    List<Instrument> byName = byName(typed);
    if (byName.size() == 1) {
      return new Resolved.Exact(byName.getFirst(), false);
    }
    List<Ticker> suggestions = suggestions(typed, byName);
    return suggestions.isEmpty() ? new Resolved.Unknown() : new Resolved.Question(suggestions);
  }

  /** The one whose whole name was typed, else all whose name begins so. */
  private List<Instrument> byName(TypedName typed) {
    if (typed.letters() < SHORTEST_NAME) {
      return List.of();
    }
    List<Instrument> whole =
        instruments.stream().filter(it -> name(it).equals(typed.squashed())).toList();
    return whole.isEmpty()
        ? instruments.stream().filter(it -> name(it).startsWith(typed.squashed())).toList()
        : whole;
  }

  private List<Ticker> suggestions(TypedName typed, List<Instrument> byName) {
    Set<Ticker> found = new LinkedHashSet<>();
    if (typed.symbolShaped()) {
      String text = typed.squashed();
      int most = text.length() <= 4 ? 1 : 2;
      instruments.stream()
          .filter(it -> distance(text, it) <= most)
          .sorted(
              Comparator.comparingInt((Instrument it) -> distance(text, it))
                  .thenComparing(Instrument::ticker))
          .map(Instrument::ticker)
          .forEach(found::add);
      List<Instrument> begun =
          text.length() < SHORTEST_PREFIX
              ? List.of()
              : instruments.stream().filter(it -> symbol(it).startsWith(text)).toList();
      if (begun.size() == 1) {
        found.add(begun.getFirst().ticker());
      }
    }
    if (byName.size() <= MOST_SUGGESTIONS) {
      byName.stream().map(Instrument::ticker).sorted().forEach(found::add);
    }
    return new ArrayList<>(found).stream().limit(MOST_SUGGESTIONS).toList();
  }

  /** Another issuer's number after the same base is nearest of all, whatever its two digits. */
  private static int distance(String text, Instrument instrument) {
    return text.matches(base(instrument) + "[0-9]{2}")
        ? 0
        : Math.min(
            EditDistance.between(text, symbol(instrument)),
            EditDistance.between(text, base(instrument)));
  }

  private static String symbol(Instrument instrument) {
    return instrument.ticker().symbol();
  }

  private static String base(Instrument instrument) {
    String symbol = symbol(instrument);
    return symbol.endsWith(ISSUER)
        ? symbol.substring(0, symbol.length() - ISSUER.length())
        : symbol;
  }

  private static String name(Instrument instrument) {
    return TypedName.of(instrument.name()).map(TypedName::squashed).orElse("");
  }

  private static void putOnce(Map<String, Instrument> map, String symbol, Instrument instrument) {
    if (map.putIfAbsent(symbol, instrument) != null) {
      throw new IllegalArgumentException("symbol " + symbol + " stands for two rows of the list");
    }
  }
}
