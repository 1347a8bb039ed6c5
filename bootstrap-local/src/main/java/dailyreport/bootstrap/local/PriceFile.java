package dailyreport.bootstrap.local;

import dailyreport.domain.market.RawBar;
import dailyreport.domain.report.Part;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Daily bars from a CSV file: {@code Date,Open,High,Low,Close,Volume} in any column order, with or
 * without an adjusted close, other columns and a prefix such as {@code AAPL.} ignored.
 *
 * <p>An empty cell, {@code null} or {@code NaN} is a missing figure, which the bar screen judges;
 * anything else that is no number is refused here. A file that lists the newest bar first is turned
 * around.
 *
 * @param source {@code file:} with the first 8 hex digits of its SHA-256, or another given name
 * @param adjusted whether it has an adjusted close beside the close
 * @param rows oldest first
 */
record PriceFile(String source, boolean adjusted, List<RawBar> rows) {
  /** Bounds a hostile or mistaken file; a century of daily bars has 26,000 rows. */
  private static final int MOST_ROWS = 100_000;

  /**
   * Reads the file's bytes.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException with file, line, column and what was expected there
   */
  static PriceFile parse(String name, byte[] bytes) {
    String source = "file:" + Part.sha256(bytes).substring(0, 8);
    return parse(name, source, bytes);
  }

  static PriceFile parse(String name, String source, byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          name + " line 1: expected a head line such as Date,Open,High,Low,Close,Volume");
    }
    if (lines.size() > MOST_ROWS) {
      throw new IllegalArgumentException(
          name + ": expected at most " + MOST_ROWS + " lines, seen " + lines.size());
    }
    var columns = PriceColumns.of(name, lines.getFirst());
    var rows = new ArrayList<RawBar>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(new Line(name, i + 1, PriceColumns.cells(lines.get(i))), columns));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(name + " line 2: expected a daily bar, the file has none");
    }
    boolean newestFirst = rows.getLast().session().isBefore(rows.getFirst().session());
    return new PriceFile(
        source, columns.adjustedClose() >= 0, newestFirst ? rows.reversed() : List.copyOf(rows));
  }

  private static RawBar row(Line line, PriceColumns columns) {
    LocalDate session = line.date(columns.date());
    OptionalDouble open = line.number(columns.open(), "Open");
    OptionalDouble high = line.number(columns.high(), "High");
    OptionalDouble low = line.number(columns.low(), "Low");
    OptionalDouble close = line.number(columns.close(), "Close");
    OptionalDouble adjusted =
        columns.adjustedClose() < 0 ? close : line.number(columns.adjustedClose(), "Adj Close");
    return new RawBar(
        session, open, high, low, close, adjusted, line.number(columns.volume(), "Volume"));
  }

  /** One line with what its error messages need. */
  private record Line(String file, int number, List<String> cells) {

    LocalDate date(int column) {
      String cell = cell(column, "Date");
      try {
        return LocalDate.parse(cell.length() > 10 ? cell.substring(0, 10) : cell);
      } catch (DateTimeException e) {
        throw expected("Date", "a date such as 2020-11-20", cell);
      }
    }

    OptionalDouble number(int column, String label) {
      String cell = cell(column, label);
      if (cell.isEmpty() || cell.equalsIgnoreCase("null") || cell.equalsIgnoreCase("nan")) {
        return OptionalDouble.empty();
      }
      try {
        return OptionalDouble.of(Double.parseDouble(cell));
      } catch (NumberFormatException e) {
        throw expected(label, "a number or nothing", cell);
      }
    }

    private String cell(int column, String label) {
      if (column >= cells.size()) {
        throw expected(label, "a cell", "the end of the line");
      }
      return cells.get(column);
    }

    private IllegalArgumentException expected(String label, String what, String seen) {
      String shown = seen.length() > 24 ? seen.substring(0, 24) + "…" : seen;
      return new IllegalArgumentException(
          "%s line %s, column %s: expected %s, seen '%s'"
              .formatted(file, number, label, what, shown));
    }
  }
}
