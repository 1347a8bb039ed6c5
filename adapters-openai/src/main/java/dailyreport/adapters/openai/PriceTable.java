package dailyreport.adapters.openai;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tokens cost: rows {@code model,from,input,cached,output} in US dollars per million tokens,
 * each valid from its day on.
 */
public final class PriceTable {
  private static final Pattern SNAPSHOT = Pattern.compile("-\\d{4}-\\d{2}-\\d{2}$");

  private final List<Row> rows;

  private record Row(
      String model, LocalDate from, BigDecimal input, BigDecimal cached, BigDecimal output) {}

  private PriceTable(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The table that comes with this module. */
  public static PriceTable bundled() {
    try (InputStream stream = PriceTable.class.getResourceAsStream("prices.csv")) {
      if (stream == null) {
        throw new IllegalStateException("resource prices.csv is missing from the openai module");
      }
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return parse("prices.csv", reader.lines().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The table of a file, in place of the bundled one.
   *
   * @throws IllegalArgumentException naming the file and the line that is not of the format
   * @throws UncheckedIOException when the file cannot be read
   */
  public static PriceTable read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("price table " + file + " cannot be read", e);
    }
  }

  private static PriceTable parse(String name, List<String> lines) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          rows.add(row(line.split(",", -1)));
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(
              name + " line " + (i + 1) + ": expected model,from,input,cached,output", e);
        }
      }
    }
    return new PriceTable(rows);
  }

  private static Row row(String[] columns) {
    if (columns.length != 5) {
      throw new IllegalArgumentException("five columns expected, seen " + columns.length);
    }
    return new Row(
        columns[0].strip(),
        LocalDate.parse(columns[1].strip()),
        amount(columns[2]),
        amount(columns[3]),
        amount(columns[4]));
  }

  private static BigDecimal amount(String column) {
    BigDecimal amount = new BigDecimal(column.strip());
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("a price must not be negative: " + amount);
    }
    return amount;
  }

  /**
   * Cost of one response in US dollars: ((input - cached) * p_in + cached * p_cached + output *
   * p_out) / 10^6 (report.md, section 12).
   *
   * @param model as configured; a dated snapshot falls back to its model
   * @param day of the call, UTC
   * @param input all input tokens, cached ones included
   * @param output reasoning tokens included
   * @return empty when the model has no price on that day; never 0 in its place
   */
  public Optional<BigDecimal> cost(
      String model, LocalDate day, long input, long cached, long output) {
    return row(model, day)
        .or(() -> row(SNAPSHOT.matcher(model).replaceFirst(""), day))
        .map(row ->
            row.input
                .multiply(BigDecimal.valueOf(input - cached))
                .add(row.cached.multiply(BigDecimal.valueOf(cached)))
                .add(row.output.multiply(BigDecimal.valueOf(output)))
                .movePointLeft(6)
                .stripTrailingZeros());
  }

  private Optional<Row> row(String model, LocalDate day) {
    return rows.stream()
        .filter(row -> row.model.equals(model) && !row.from.isAfter(day))
        .max(Comparator.comparing(Row::from));
  }
}
