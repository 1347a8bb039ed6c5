package dailyreport.adapters.s3;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A day's sum as it is stored, in JSON of one fixed shape. The random names of the newest bookings
 * stand beside it: by them a writer whose answer was lost finds that its amount is in the sum.
 *
 * @param usd US dollars
 * @param entries newest last
 */
record SpendText(BigDecimal usd, List<String> entries) {
  static final SpendText EMPTY = new SpendText(BigDecimal.ZERO, List.of());

  /** More bookings than that do not come between a lost answer and the look at what became. */
  private static final int MOST_ENTRIES = 16;

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\{\"usd\":(\\d{1,9}(?:\\.\\d{1,18})?),\"entries\":\\[((?:\"[0-9a-f-]{1,36}\",?)*)]}");

  SpendText {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a body.
   *
   * @throws PortException.Cache for one that is no sum: nobody may take it for zero
   */
  static SpendText of(String object, byte[] body) {
    Matcher matcher = SHAPE.matcher(new String(body, StandardCharsets.UTF_8));
    if (!matcher.matches()) {
      throw new PortException.Cache(
          Fault.INVALID, "S3 GET " + object + ": " + body.length + " bytes that are no sum", null);
    }
    return new SpendText(
        new BigDecimal(matcher.group(1)),
        Arrays.stream(matcher.group(2).split(",", -1))
            .filter(entry -> !entry.isEmpty())
            .map(entry -> entry.replace("\"", ""))
            .toList());
  }

  SpendText plus(BigDecimal amount, String entry) {
    var newest = new ArrayList<>(entries);
    newest.add(entry);
    return new SpendText(
        usd.add(amount), newest.subList(Math.max(0, newest.size() - MOST_ENTRIES), newest.size()));
  }

  Optional<BigDecimal> with(String entry) {
    return entries.contains(entry) ? Optional.of(usd) : Optional.empty();
  }

  byte[] bytes() {
    String names =
        entries.stream().map(entry -> "\"" + entry + "\"").collect(Collectors.joining(","));
    return ("{\"usd\":" + usd.toPlainString() + ",\"entries\":[" + names + "]}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
