package dailyreport.adapters.s3;

import dailyreport.application.port.Fault;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What an exception of the SDK means to us. */
final class SdkFaults {
  /** 409 is S3's "another conditional operation on this key is under way". */
  private static final Set<Integer> PASSING = Set.of(409, 429, 500, 502, 503, 504);

  private SdkFaults() {}

  /** The body of an answer was shorter or longer than it may be. */
  static final class WrongLength extends IOException {
    WrongLength(String message, Throwable cause) {
      super(message, cause);
    }

    WrongLength(String message) {
      super(message);
    }
  }

  /** The class of the fault. */
  static Fault faultOf(SdkException e) {
    return switch (e) {
      case AbortedException _ -> Fault.TIMEOUT;
      case SdkServiceException answer ->
          switch (answer.statusCode()) {
            case 401, 403 -> Fault.PERMISSION;
            case 409 -> Fault.BUSY;
            default -> Fault.ERROR;
          };
      default -> {
        if (causedBy(e, WrongLength.class)) {
          yield Fault.INVALID;
        }
        yield causedBy(e, SocketTimeoutException.class) ? Fault.TIMEOUT : Fault.ERROR;
      }
    };
  }

  /** Whether the same request may fare better a moment later. */
  static boolean mayPass(SdkException e) {
    return switch (e) {
      case AbortedException _ -> false; // interrupted: the work is called off
      case SdkServiceException answer -> PASSING.contains(answer.statusCode());
      default -> causedBy(e, IOException.class); // not for missing credentials and the like
    };
  }

  /** What was seen, without the SDK's prose. */
  static String seen(SdkException e) {
    return e instanceof SdkServiceException answer
        ? "HTTP " + answer.statusCode()
        : e.getClass().getSimpleName();
  }

  private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(type::isInstance);
  }
}
