package dailyreport.domain.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holidays and early closes of one calendar.
 *
 * <p>Head lines {@code # valid-through: DATE} and {@code # source: TEXT}, then lines {@code
 * date,CLOSED|EARLY,close,name}; the close is local time and only read on {@code EARLY}.
 *
 * @param validThrough last day the file speaks of
 * @param closed weekdays without a session
 * @param earlyCloses local closing times of shortened sessions
 */
public record HolidayFile(
    LocalDate validThrough, Set<LocalDate> closed, Map<LocalDate, LocalTime> earlyCloses) {
  private static final String VALID_THROUGH = "# valid-through:";
  private static final String SOURCE = "# source:";

  public HolidayFile {
    closed = Set.copyOf(closed);
    earlyCloses = Map.copyOf(earlyCloses);
  }

  /**
   * Reads the lines of a holiday file.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming the line that is not of the format, or the head line
   *     that is missing
   */
  public static HolidayFile parse(String name, List<String> lines) {
    if (lines.stream().noneMatch(line -> line.startsWith(VALID_THROUGH))
        || lines.stream().noneMatch(line -> line.startsWith(SOURCE))) {
      throw new IllegalArgumentException(
          name + ": expected head lines '" + VALID_THROUGH + "' and '" + SOURCE + "'");
    }
    LocalDate validThrough = LocalDate.MIN;
    var closed = new HashSet<LocalDate>();
    var early = new HashMap<LocalDate, LocalTime>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      try {
        if (line.startsWith(VALID_THROUGH)) {
          validThrough = LocalDate.parse(line.substring(VALID_THROUGH.length()).strip());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          String[] columns = line.split(",", 4);
          if (columns.length < 4) {
            throw new IllegalArgumentException("four columns expected");
          }
          LocalDate day = LocalDate.parse(columns[0]);
          switch (columns[1]) {
            case "CLOSED" -> closed.add(day);
            case "EARLY" -> early.put(day, LocalTime.parse(columns[2]));
            default -> throw new IllegalArgumentException("CLOSED or EARLY expected");
          }
        }
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            name + " line " + (i + 1) + ": expected date,CLOSED|EARLY,close,name", e);
      }
    }
    return new HolidayFile(validThrough, closed, early);
  }

  static Map<String, HolidayFile> bundled() {
    return Arrays.stream(Exchange.values())
        .map(Exchange::calendar)
        .distinct()
        .collect(Collectors.toMap(calendar -> calendar, HolidayFile::resource));
  }

  private static HolidayFile resource(String calendar) {
    String name = "holidays-" + calendar + ".csv";
    try (var stream = HolidayFile.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " is missing from the domain module");
      }
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return parse(name, reader.lines().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
