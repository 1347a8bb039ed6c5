package dailyreport.application.port;

import dailyreport.domain.market.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The catalogue of all Thai texts that are not part of a report, and its only reader. A report's
 * own words belong to {@link dailyreport.domain.report.ReportText}.
 */
public enum Messages {
  NO_DATA,
  UNKNOWN,
  UNKNOWN_UNNAMED,
  UNKNOWN_QUESTION,
  WAIT,
  LIMIT,
  HELP,
  WELCOME,
  HINT,
  LIST_TITLE,
  LIST_LINE,
  LIST_FOOT,
  MARKET_SGX,
  MARKET_TSE,
  MARKET_HKEX,
  MARKET_HOSE,
  MARKET_TWSE,
  MARKET_NYSE,
  MARKET_NASDAQ,
  MARKET_ARCA,
  MARKET_HAM,
  COMMAND_HELP,
  COMMAND_LIST,
  COMMAND_USE,
  COMMAND_REPORT,
  BUTTON_PDF,
  BUTTON_REFRESH,
  BUTTON_VIEW,
  BUTTON_EARLIER,
  BUTTON_RETRY,
  BUTTON_NEXT,
  BUTTON_PREVIOUS,
  LINK_GONE_TITLE,
  LINK_GONE;

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** Heading of an exchange's part of the list. */
  public static Messages market(Exchange exchange) {
    return valueOf("MARKET_" + exchange.name());
  }

  /**
   * The text, when it has no places to fill.
   *
   * @throws IllegalArgumentException when it has
   */
  public String text() {
    return text(Map.of());
  }

  /** The text with its only place filled. */
  public String text(String place, Object value) {
    return text(Map.of(place, value));
  }

  /**
   * The text with its places filled.
   *
   * @param values by name of the place; exactly those that the text has
   * @throws IllegalArgumentException naming the places when others are given
   */
  public String text(Map<String, ?> values) {
    String pattern = pattern();
    Set<String> places = places(pattern);
    if (!places.equals(values.keySet())) {
      throw new IllegalArgumentException(
          key() + " has the places " + places + ", seen " + new TreeSet<>(values.keySet()));
    }
    return PLACE
        .matcher(pattern)
        .replaceAll(match -> Matcher.quoteReplacement(String.valueOf(values.get(match.group(1)))));
  }

  /** Name in the resource: {@code no-data}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String pattern() {
    String pattern = Catalogue.TEXTS.getProperty(key());
    if (pattern == null) {
      throw new IllegalStateException("messages.properties has no text " + key());
    }
    return pattern;
  }

  private static Set<String> places(String pattern) {
    return PLACE
        .matcher(pattern)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Read once, when the first text is needed. */
  static final class Catalogue {
    static final Properties TEXTS = read();

    private Catalogue() {}

    private static Properties read() {
      var texts = new Properties();
      try (InputStream stream = Messages.class.getResourceAsStream("messages.properties")) {
        if (stream == null) {
          throw new IllegalStateException("messages.properties is missing from the application");
        }
        texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        return texts;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
