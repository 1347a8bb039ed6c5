package dailyreport.adapters.yahoo;

import dailyreport.application.port.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells answers that can be read from those that cannot, by status and the look of the body. */
final class Replies {
  /** Yahoo says this with status 200 too. */
  private static final String LIMITED = "Too Many Requests";

  private static final int LONGEST_REFUSAL = 2_000;

  /** A date, or a text we do not understand: in any case the source wants to be left alone. */
  private static final Duration LONG = Duration.ofDays(1);

  private Replies() {}

  /** Reads a usable answer: status 200, or 404, which may say that the symbol is unknown. */
  static <T> T readUsable(BoundedHttp.Reply reply, Attempts.Reading<T> reading) throws Broken {
    int status = reply.status();
    String seen = "HTTP " + status;
    if (status == 429 || (status < 500 && limited(reply))) {
      throw Broken.throttled(seen + ", too many requests", retryAfter(reply));
    }
    if (status == 401 || status == 403) {
      throw Broken.of(Fault.DENIED, Broken.Again.WITH_NEW_PASS, seen);
    }
    if (status >= 500) {
      throw Broken.of(Fault.ERROR, Broken.Again.AFTER_PAUSE, seen);
    }
    if (status >= 300 && status < 400) {
      // A redirect leads to a consent page or to somewhere we must not go; the other host does too.
      throw Broken.of(Fault.REFUSED, Broken.Again.NEVER, seen + ", redirects are not followed");
    }
    if (status != 200 && status != 404) {
      throw Broken.of(Fault.ERROR, Broken.Again.NEVER, seen);
    }
    if (html(reply)) {
      throw Broken.of(Fault.MALFORMED, Broken.Again.AT_ONCE, seen + " with HTML");
    }
    return reading.read(reply);
  }

  private static boolean limited(BoundedHttp.Reply reply) {
    // A headline may say it as well, so a good JSON document is not searched.
    boolean document = reply.status() == 200 && reply.text().stripLeading().startsWith("{");
    return !document && reply.bytes() <= LONGEST_REFUSAL && reply.text().contains(LIMITED);
  }

  private static boolean html(BoundedHttp.Reply reply) {
    return reply.text().stripLeading().startsWith("<");
  }

  private static @Nullable Duration retryAfter(BoundedHttp.Reply reply) {
    String value = reply.headers().firstValue("Retry-After").orElse("").strip();
    if (value.isEmpty()) {
      return null;
    }
    return value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : LONG;
  }
}
