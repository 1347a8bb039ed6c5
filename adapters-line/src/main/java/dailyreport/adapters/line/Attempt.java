package dailyreport.adapters.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.messaging.client.MessagingApiClientException;
import dailyreport.application.port.Fault;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What one request came to. Nothing of the SDK's exceptions is kept: they quote bodies. */
sealed interface Attempt {

  /** LINE has it. */
  record Accepted() implements Attempt {}

  /** It may have arrived: no answer, a broken connection or a fault on LINE's side. */
  record Unsure(Fault fault) implements Attempt {}

  /** It cannot have arrived: no connection was made. */
  record NotSent(Fault fault) implements Attempt {}

  /** LINE said no; the status and what its body is about. */
  record Refused(int status, boolean token, boolean quota, Optional<Duration> retryAfter)
      implements Attempt {

    Fault fault() {
      return switch (status) {
        case 401 -> Fault.AUTH;
        case 403, 404 -> Fault.GONE;
        case 429 -> quota ? Fault.QUOTA : Fault.THROTTLED;
        default -> Fault.REFUSED;
      };
    }
  }

  /** Class of the fault, {@code ok} when there was none: for events. */
  default String label() {
    return switch (this) {
      case Accepted _ -> "ok";
      case Unsure(Fault fault) -> fault.label();
      case NotSent(Fault fault) -> fault.label();
      case Refused refused -> refused.fault().label();
    };
  }

  /** Sends one request and waits at most that long. */
  static Attempt make(Supplier<CompletableFuture<?>> request, Duration most) {
    CompletableFuture<?> future = request.get();
    try {
      future.get(most.toMillis(), TimeUnit.MILLISECONDS);
      return new Accepted();
    } catch (TimeoutException e) {
      future.cancel(true);
      return new Unsure(Fault.TIMEOUT);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      return new Unsure(Fault.TIMEOUT);
    } catch (ExecutionException e) {
      return of(e.getCause());
    }
  }

  private static Attempt of(@Nullable Throwable cause) {
    return switch (cause) {
      case AbstractLineClientException answered -> answered(answered);
      // Only the body of a 2xx is read as JSON outside of the case above.
      case JsonProcessingException _ -> new Accepted();
      case ConnectException _, UnknownHostException _, SSLHandshakeException _ ->
          new NotSent(Fault.ERROR);
      case InterruptedIOException late when connecting(late) -> new NotSent(Fault.TIMEOUT);
      case InterruptedIOException _ -> new Unsure(Fault.TIMEOUT);
      case null, default -> new Unsure(Fault.AMBIGUOUS);
    };
  }

  /** OkHttp reports a connect time-out with the same class as a read time-out. */
  private static boolean connecting(InterruptedIOException late) {
    return Optional.ofNullable(late.getMessage())
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> text.startsWith("connect") || text.startsWith("failed to connect"))
        .isPresent();
  }

  private static Attempt answered(AbstractLineClientException answered) {
    int status = answered.getCode();
    if (status < 300) {
      return new Accepted();
    }
    if (status >= 500) {
      return new Unsure(Fault.ERROR);
    }
    String error =
        answered instanceof MessagingApiClientException known
            ? Optional.ofNullable(known.getError()).orElse("").toLowerCase(Locale.ROOT)
            : "";
    return new Refused(
        status,
        error.contains("reply token"),
        error.contains("monthly limit"),
        retryAfter(answered.getHeader("Retry-After")));
  }

  private static Optional<Duration> retryAfter(@Nullable String seconds) {
    return Optional.ofNullable(seconds)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
