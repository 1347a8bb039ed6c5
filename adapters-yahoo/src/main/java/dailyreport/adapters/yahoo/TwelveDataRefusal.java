package dailyreport.adapters.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import dailyreport.application.port.Fault;
import java.util.Locale;
import java.util.Optional;

/**
 * What Twelve Data's refusals mean. Its texts are looked at, never passed on.
 *
 * <p>Credits that are used up come back after a minute or a day, so asking again within this
 * question does not help; only a fault of the service itself may be gone the second time.
 */
final class TwelveDataRefusal {
  private TwelveDataRefusal() {}

  /** The refusal in an answer of any status; empty when there is none that can be read. */
  static Optional<Broken> in(BoundedHttp.Reply reply) {
    JsonNode answer;
    try {
      answer = StrictJson.parse(reply.text());
    } catch (Broken e) {
      return Optional.empty();
    }
    return answer.path("status").asText("").equals("error")
        ? Optional.of(of(answer.path("code").asInt(0), answer.path("message").asText("")))
        : Optional.empty();
  }

  private static Broken of(int code, String message) {
    String text = message.toLowerCase(Locale.ROOT);
    // Seen with codes 403 and 404: "available starting with the Grow plan".
    boolean plan = text.contains("available starting with") || text.contains("with your plan");
    boolean symbol = text.contains("symbol") || text.contains("data could not be found");
    if ((code == 403 || code == 404) && plan) {
      return never(Fault.CONFIG, "not part of the key's plan");
    }
    if (code == 404 || (code == 400 && symbol)) {
      return never(Fault.NOT_FOUND, "the source does not know the symbol");
    }
    return switch (code) {
      case 401, 403 -> never(Fault.DENIED, "the key is refused, code " + code);
      case 429 -> never(Fault.QUOTA, "the key's credits are used up");
      default ->
          code >= 500
              ? Broken.of(Fault.ERROR, Broken.Again.AFTER_PAUSE, "code " + code)
              : never(Fault.MALFORMED, "no bars, code " + code);
    };
  }

  private static Broken never(Fault fault, String seen) {
    return Broken.of(fault, Broken.Again.NEVER, seen);
  }
}
