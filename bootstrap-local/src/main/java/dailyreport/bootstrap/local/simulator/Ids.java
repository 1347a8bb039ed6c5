package dailyreport.bootstrap.local.simulator;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.Collectors;

/** Ids, tokens and secrets that look like LINE's. */
final class Ids {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String HEX = "0123456789abcdef";
  private static final String DIGITS = "0123456789";
  private static final int TIME_CHARACTERS = 10;
  private static final int RANDOM_CHARACTERS = 16;

  private final SecureRandom random = new SecureRandom();

  /** A ULID: the instant in milliseconds, then 80 random bits, in Crockford's base 32. */
  String ulid(Instant at) {
    var text = new StringBuilder();
    long millis = at.toEpochMilli();
    for (int i = 0; i < TIME_CHARACTERS; i++) {
      text.insert(0, CROCKFORD.charAt((int) (millis & 31)));
      millis >>>= 5;
    }
    return text + letters(CROCKFORD, RANDOM_CHARACTERS);
  }

  /** That many hexadecimal digits. */
  String hex(int length) {
    return letters(HEX, length);
  }

  /** A message's id. */
  String message() {
    return "5" + letters(DIGITS, 17);
  }

  private String letters(String of, int length) {
    return random
        .ints(length, 0, of.length())
        .mapToObj(i -> String.valueOf(of.charAt(i)))
        .collect(Collectors.joining());
  }
}
