package dailyreport.bootstrap.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where a price file keeps what: column indices from 0, {@code adjustedClose} -1 where there is
 * none.
 */
record PriceColumns(
    int date, int open, int high, int low, int close, int adjustedClose, int volume) {

  /**
   * From the head line.
   *
   * @throws IllegalArgumentException naming the column that is missing
   */
  static PriceColumns of(String file, String head) {
    List<String> names = cells(head.startsWith("\uFEFF") ? head.substring(1) : head);
    var plain =
        names.stream()
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[ _]", ""))
            .toList();
    return new PriceColumns(
        required(file, plain, "Date", "date", "datetime"),
        required(file, plain, "Open", "open"),
        required(file, plain, "High", "high"),
        required(file, plain, "Low", "low"),
        required(file, plain, "Close", "close"),
        first(plain, "adjclose", "adjusted", "adjustedclose"),
        required(file, plain, "Volume", "volume"));
  }

  /** The cells of a line, without quotes and blanks around them. */
  static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1))
        .map(String::strip)
        .map(cell ->
            cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1).strip()
                : cell)
        .toList();
  }

  private static int required(String file, List<String> names, String label, String... accepted) {
    int index = first(names, accepted);
    if (index < 0) {
      throw new IllegalArgumentException(
          "%s line 1: expected a column %s; a head line such as Date,Open,High,Low,Close,Volume is needed"
              .formatted(file, label));
    }
    return index;
  }

  private static int first(List<String> names, String... accepted) {
    return Arrays.stream(accepted)
        .mapToInt(names::indexOf)
        .filter(index -> index >= 0)
        .findFirst()
        .orElse(-1);
  }
}
