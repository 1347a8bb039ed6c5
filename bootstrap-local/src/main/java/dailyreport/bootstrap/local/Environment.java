package dailyreport.bootstrap.local;

import dailyreport.application.port.Secret;
import java.math.BigDecimal;
import java.net.URI;
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

  Optional<Secret> secret(String name) {
    return text(name).map(Secret::new);
  }

  <T> Optional<T> as(String name, String expected, Function<String, T> parse) {
    try {
      return text(name).map(parse);
    } catch (IllegalArgumentException e) {
      faults.add(name + ": expected " + expected);
      return Optional.empty();
    }
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
    String expected =
        String.join(
            ", ",
            Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList());
    return as(name, "one of " + expected, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)))
        .orElse(otherwise);
  }

  /** An address of a service; plain http is for stand-ins on this machine only. */
  Optional<URI> service(String name) {
    return as(
        name,
        "an https address, or http on a loopback address",
        text -> {
          URI uri = URI.create(text);
          boolean loopback =
              uri.getHost() != null
                  && (uri.getHost().equals("localhost")
                      || uri.getHost().equals("[::1]")
                      || uri.getHost().matches("127(\\.\\d{1,3}){3}"));
          if (uri.getHost() == null
              || !("https".equals(uri.getScheme())
                  || ("http".equals(uri.getScheme()) && loopback))) {
            throw new IllegalArgumentException("not an address of a service");
          }
          return uri;
        });
  }

  Path home() {
    return as("DAILYREPORT_HOME", "a folder", Path::of)
        .or(() -> as("XDG_CACHE_HOME", "a folder", Path::of).map(p -> p.resolve("dailyreport")))
        .orElseGet(() -> Path.of(env.getOrDefault("HOME", "."), ".cache", "dailyreport"))
        .toAbsolutePath()
        .normalize();
  }

  /** A key that goes into a header: a line break that was pasted along must not. */
  static Secret key(String text) {
    if (!text.matches("[\\x21-\\x7e]+")) {
      throw new IllegalArgumentException("not a key");
    }
    return new Secret(text);
  }

  static String bucket(String text) {
    if (!text.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new IllegalArgumentException("not a bucket name");
    }
    return text;
  }

  /** An amount of money; digits and a point only, so that nobody writes 1e9 unawares. */
  static BigDecimal usd(String text) {
    if (!text.matches("\\d{1,4}(\\.\\d{1,6})?") || new BigDecimal(text).compareTo(MOST_USD) > 0) {
      throw new IllegalArgumentException("not an amount");
    }
    return new BigDecimal(text);
  }

  void complain() {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
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
}
