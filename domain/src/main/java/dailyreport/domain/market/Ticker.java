package dailyreport.domain.market;

import java.util.regex.Pattern;

/**
 * The symbol of a depositary receipt as the Thai exchange prints it, for example {@code DBS19}.
 *
 * <p>Only the ticker directory makes one from text that a person typed, so a ticker may stand in a
 * key, a path or a request.
 *
 * @param symbol 1 to 16 characters of {@code A-Z} and {@code 0-9}
 */
public record Ticker(String symbol) implements Comparable<Ticker> {
  private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9]{1,16}");

  public Ticker {
    if (!SYMBOL.matcher(symbol).matches()) {
      throw new IllegalArgumentException(
          "ticker must match [A-Z0-9]{1,16}, seen " + symbol.length() + " characters");
    }
  }

  @Override
  public int compareTo(Ticker other) {
    return symbol.compareTo(other.symbol);
  }

  @Override
  public String toString() {
    return symbol;
  }
}
