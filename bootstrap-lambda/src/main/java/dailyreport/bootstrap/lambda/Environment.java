package dailyreport.bootstrap.lambda;

import dailyreport.application.port.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads variables one by one and collects what is wrong, so that one message names all of it. */
final class Environment {
  /** What {@link #address} takes. */
  static final String ADDRESS = "an https address, or http on a loopback address";

  /** What {@link #key} takes. */
  static final String KEY = "visible ASCII characters without spaces";

  private static final BigDecimal MOST_USD = new BigDecimal(1_000);

  private final Map<String, String> env;
  private final List<String> faults = new ArrayList<>();

  Environment(Map<String, String> env) {
    this.env = env;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(env.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  <T> Optional<T> as(String name, String expected, Function<String, T> parse) {
    try {
      return text(name).map(parse);
    } catch (IllegalArgumentException e) {
      // Its message could quote the value.
      fault(name, expected);
      return Optional.empty();
    }
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
    return as(name, "one of " + names(type), constantOf(type)).orElse(otherwise);
  }

  /** As {@link #oneOf}, without a default. */
  <E extends Enum<E>> E requiredOneOf(String name, Class<E> type) {
    return required(name, "one of " + names(type), constantOf(type), type.getEnumConstants()[0]);
  }

  /** An address of a service; plain http is for stand-ins on this machine only. */
  Optional<URI> service(String name) {
    return as(name, ADDRESS, Environment::address);
  }

  static URI address(String text) {
    URI uri = URI.create(text);
    boolean loopback =
        uri.getHost() != null
            && (uri.getHost().equals("localhost")
                || uri.getHost().equals("[::1]")
                || uri.getHost().matches("127(\\.\\d{1,3}){3}"));
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && loopback))) {
      throw new IllegalArgumentException("not an address of a service");
    }
    return uri;
  }

  /**
   * A value that must be there.
   *
   * @param meanwhile stands in for it until {@link #complain} tells that it is not
   */
  <T> T required(String name, String expected, Function<String, T> parse, T meanwhile) {
    if (text(name).isEmpty()) {
      fault(name, expected);
    }
    return as(name, expected, parse).orElse(meanwhile);
  }

  /** Notes a fault. */
  void fault(String name, String expected) {
    faults.add(name + ": expected " + expected);
  }

  /**
   * Ends the reading.
   *
   * @throws InputException naming every variable that is missing or has a wrong value
   */
  void complain() {
    if (!faults.isEmpty()) {
      throw new InputException(String.join("; ", faults));
    }
  }

  static String bucket(String text) {
    return matching("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", text);
  }

  static String namespace(String text) {
    return matching("[A-Za-z0-9][A-Za-z0-9._/-]{0,62}", text);
  }

  /** A line break that was pasted along would reach an HTTP header. */
  static Secret key(String text) {
    return new Secret(matching("[\\x21-\\x7e]+", text));
  }

  /** An amount of money; digits and a point only, so that nobody writes 1e9 unawares. */
  static BigDecimal usd(String text) {
    var amount = new BigDecimal(matching("\\d{1,4}(\\.\\d{1,6})?", text));
    if (amount.compareTo(MOST_USD) > 0) {
      throw new IllegalArgumentException("out of range");
    }
    return amount;
  }

  static Path file(String text) {
    Path file = Path.of(text);
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("not readable");
    }
    return file;
  }

  static Function<String, Duration> hours(long most) {
    return text -> {
      long hours = Long.parseLong(text);
      if (hours < 1 || hours > most) {
        throw new IllegalArgumentException("out of range");
      }
      return Duration.ofHours(hours);
    };
  }

  private static String matching(String pattern, String text) {
    if (!text.matches(pattern)) {
      throw new IllegalArgumentException("does not match");
    }
    return text;
  }

  private static <E extends Enum<E>> Function<String, E> constantOf(Class<E> type) {
    return text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  private static String names(Class<? extends Enum<?>> type) {
    return String.join(
        ", ",
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList());
  }
}
