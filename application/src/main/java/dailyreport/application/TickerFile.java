package dailyreport.application;

import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The ticker list's format: {@code symbol,yahoo,exchange,currency,kind,freshHours,name}. */
final class TickerFile {
  private static final String RESOURCE = "tickers.csv";

  private TickerFile() {}

  /** The list that comes with this module. */
  static List<Instrument> bundled() {
    try (var stream = TickerFile.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing from the module");
      }
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return parse(reader.lines().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The instruments of these lines; empty lines and lines that start with {@code #} do not count.
   *
   * @throws IllegalArgumentException naming the line that is not of the format
   */
  static List<Instrument> parse(List<String> lines) {
    var instruments = new ArrayList<Instrument>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        instruments.add(instrument(line, i + 1));
      }
    }
    return List.copyOf(instruments);
  }

  private static Instrument instrument(String line, int number) {
    try {
      String[] columns = line.split(",", 7);
      return new Instrument(
          new Ticker(columns[0]),
          new Underlying(
              columns[1],
              Exchange.valueOf(columns[2]),
              columns[3],
              Underlying.Kind.valueOf(columns[4])),
          columns[6].strip(),
          freshHours(columns[5]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "tickers line "
              + number
              + ": expected symbol,yahoo,exchange,currency,kind,freshHours,name",
          e);
    }
  }

  private static OptionalInt freshHours(String column) {
    return switch (column) {
      case "" -> OptionalInt.empty();
      case "6", "24", "72" -> OptionalInt.of(Integer.parseInt(column));
      default -> throw new IllegalArgumentException("freshHours is empty, 6, 24 or 72");
    };
  }
}
