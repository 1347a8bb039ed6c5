package dailyreport.bootstrap.local;

import dailyreport.application.Resolved;
import dailyreport.application.TickerDirectory;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way from a typed symbol to a receipt, the same for every command. */
final class TypedSymbol {
  private TypedSymbol() {}

  /** The receipt; empty, after one line that says why, when the text does not name one. */
  static Optional<Instrument> resolve(String typed, CommandLineTool tool) {
    return switch (TickerDirectory.bundled().resolve(typed)) {
      case Resolved.Exact(Instrument instrument, _) -> Optional.of(instrument);
      case Resolved.Question(List<Ticker> suggestions) ->
          none(
              typed,
              "Did you mean "
                  + suggestions.stream().map(Ticker::symbol).collect(Collectors.joining(" or "))
                  + "?",
              tool);
      case Resolved.Unknown() -> none(typed, "Examples: DBS19, UOB19, AAPL19.", tool);
    };
  }

  private static Optional<Instrument> none(String typed, String hint, CommandLineTool tool) {
    tool.err.println("bot: " + shown(typed) + " is not in the list. " + hint);
    return Optional.empty();
  }

  /** What was typed, made harmless for a terminal. */
  private static String shown(String typed) {
    String plain = typed.replaceAll("\\p{C}", "");
    return "'" + (plain.length() > 32 ? plain.substring(0, 32) + "…" : plain) + "'";
  }
}
