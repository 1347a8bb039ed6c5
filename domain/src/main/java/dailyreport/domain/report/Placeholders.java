package dailyreport.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text split at its placeholders: {@code {NAME}}, letters, digits and underscores with at least
 * one letter.
 *
 * @param pieces in the order of the text
 * @param faults braces without a partner and names that are none
 */
public record Placeholders(List<Piece> pieces, List<String> faults) {
  public Placeholders {
    pieces = List.copyOf(pieces);
    faults = List.copyOf(faults);
  }

  private static final Pattern NAME = Pattern.compile("(?=[0-9_]*[A-Z])[A-Z0-9_]+");

  /** A part of the text: as it stands, or the name of a value. */
  public record Piece(String text, boolean isName) {}

  /** Reads every brace of the text; never fails. */
  public static Placeholders split(String text) {
    var pieces = new ArrayList<Piece>();
    var faults = new ArrayList<String>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      String literal = text.substring(at, open < 0 ? text.length() : open);
      pieces.add(new Piece(literal, false));
      if (literal.contains("}")) {
        faults.add("}");
      }
      if (open < 0) {
        return new Placeholders(pieces, faults);
      }
      int close = text.indexOf('}', open);
      String name = close < 0 ? text.substring(open + 1) : text.substring(open + 1, close);
      if (close >= 0 && NAME.matcher(name).matches()) {
        pieces.add(new Piece(name, true));
      } else {
        faults.add(text.substring(open, close < 0 ? text.length() : close + 1));
      }
      at = close < 0 ? text.length() : close + 1;
    }
    return new Placeholders(pieces, faults);
  }

  /** The value of a name, when it is known. */
  public static Optional<String> value(String name, FactSheet facts) {
    return switch (name) {
      case "COMPANY" -> Optional.of(facts.company().name());
      case "SYMBOL" -> Optional.of(facts.key().ticker().symbol());
      default -> facts.fact(name).map(Fact::text);
    };
  }

  /** The text with all values; empty when one is not known. */
  static Optional<String> fill(String text, FactSheet facts) {
    var filled = new StringBuilder();
    for (Piece piece : split(text).pieces()) {
      Optional<String> value =
          piece.isName() ? value(piece.text(), facts) : Optional.of(piece.text());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      filled.append(value.get());
    }
    return Optional.of(filled.toString());
  }
}
