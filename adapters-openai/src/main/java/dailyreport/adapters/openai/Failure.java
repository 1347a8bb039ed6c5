package dailyreport.adapters.openai;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Usage;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the SDK threw into our classes of faults.
 *
 * <p>Neither the SDK's message nor its exception is passed on: a parse error quotes the model's
 * text.
 */
final class Failure {
  /** Codes of a 429 that waiting does not heal: faults.md, section 5. */
  private static final Set<String> BILLING =
      Set.of(
          "insufficient_quota",
          "credit_balance_exhausted",
          "organization_usage_limit_exceeded",
          "billing_hard_limit_reached",
          "billing_not_active");

  private static final Set<String> REFUSALS =
      Set.of("content_filter", "content_policy_violation", "invalid_prompt");

  private Failure() {}

  static PortException.Narration of(String attempt, OpenAIException thrown) {
    return switch (thrown) {
      case OpenAIServiceException service -> answered(attempt, service);
      default -> broken(attempt, thrown);
    };
  }

  static PortException.Narration of(String attempt, Fault fault, String seen) {
    return new PortException.Narration(fault, attempt + ": " + seen, null);
  }

  /** A call of which the provider has seen nothing: it is none, and costs nothing. */
  static PortException.Narration unsent(String attempt, Fault fault, String seen) {
    return of(attempt, fault, seen).costing(Usage.none());
  }

  private static PortException.Narration answered(String attempt, OpenAIServiceException service) {
    int status = service.statusCode();
    String code = name(service::code);
    Fault fault = fault(status, code, name(service::type));
    String seen = "HTTP " + status + (code.isEmpty() ? "" : ", code " + code);
    return new PortException.Narration(
        fault, attempt + ": " + seen, null, retryAfter(service).orElse(null));
  }

  private static Fault fault(int status, String code, String type) {
    return switch (status) {
      case 401 -> Fault.AUTH;
      case 403 -> Fault.DENIED;
      case 404 -> Fault.CONFIG;
      case 400, 422 -> REFUSALS.contains(code) ? Fault.REFUSED : Fault.CONFIG;
      case 429 -> billing(code) || billing(type) ? Fault.QUOTA : Fault.THROTTLED;
      default -> Fault.ERROR;
    };
  }

  private static boolean billing(String code) {
    return BILLING.contains(code) || code.endsWith("_spend_limit_exceeded");
  }

  private static PortException.Narration broken(String attempt, OpenAIException thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Optional<PortException.Narration> known = byCause(attempt, cause);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return thrown instanceof OpenAIInvalidDataException
        ? of(attempt, Fault.MALFORMED, "an answer that is not the expected JSON")
        : of(attempt, Fault.AMBIGUOUS, "the connection broke after the request was sent");
  }

  private static Optional<PortException.Narration> byCause(String attempt, Throwable cause) {
    return switch (cause) {
      case CappedHttp.TooLarge _ ->
          Optional.of(of(attempt, Fault.TOO_LARGE, "an answer larger than any of ours"));
      case InterruptedIOException _ ->
          Optional.of(of(attempt, Fault.TIMEOUT, "no whole answer before the deadline"));
      case ConnectException _ -> Optional.of(unsent(attempt, Fault.ERROR, "no connection"));
      case UnknownHostException _ -> Optional.of(unsent(attempt, Fault.ERROR, "unknown host"));
      case SSLException _ -> Optional.of(of(attempt, Fault.ERROR, "no secure connection"));
      case SocketException _, ProtocolException _, EOFException _ ->
          Optional.of(of(attempt, Fault.AMBIGUOUS, "the connection ended before a whole answer"));
      default -> Optional.empty();
    };
  }

  /** Seconds of {@code retry-after}, or {@code retry-after-ms}; a date is ignored. */
  private static Optional<Duration> retryAfter(OpenAIServiceException service) {
    return number(service, "retry-after-ms")
        .map(Duration::ofMillis)
        .or(() -> number(service, "retry-after").map(Duration::ofSeconds));
  }

  private static Optional<Long> number(OpenAIServiceException service, String header) {
    return service.headers().values(header).stream()
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Long::valueOf)
        .findFirst();
  }

  /** A code of the error body as a bounded plain name; empty text when there is none. */
  private static String name(Supplier<Optional<String>> field) {
    try {
      return field
          .get()
          .map(value -> value.toLowerCase(Locale.ROOT))
          .filter(value -> value.matches("[a-z0-9_.-]{1,64}"))
          .orElse("");
    } catch (OpenAIInvalidDataException e) {
      return "";
    }
  }
}
