package dailyreport.adapters.sqs;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.io.InterruptedIOException;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Names what the SDK threw. The SDK's exception is never passed on: its message may quote the
 * answer, and an answer may quote the message that it refuses.
 */
final class SqsFaults {
  static final String ATTEMPT = "SQS SendMessage";

  private SqsFaults() {}

  static PortException.Queue of(SdkException seen) {
    return switch (seen) {
      case AwsServiceException refused ->
          new PortException.Queue(fault(refused), ATTEMPT + ": " + answer(refused), null);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
          new PortException.Queue(
              Fault.TIMEOUT, ATTEMPT + ": no answer within the time left", null);
      default -> {
        Throwable root = root(seen);
        // SocketTimeoutException is one; so is the SDK's own abort of a call.
        Fault fault = root instanceof InterruptedIOException ? Fault.TIMEOUT : Fault.ERROR;
        yield new PortException.Queue(
            fault, ATTEMPT + ": no usable answer, " + root.getClass().getSimpleName(), null);
      }
    };
  }

  private static Fault fault(AwsServiceException refused) {
    int status = refused.statusCode();
    if (refused.isThrottlingException()) {
      return Fault.THROTTLED;
    }
    if (status == 401 || status == 403) {
      return Fault.PERMISSION;
    }
    if (code(refused).contains("NonExistentQueue") || code(refused).contains("QueueDoesNotExist")) {
      return Fault.NOT_FOUND;
    }
    return status >= 500 ? Fault.ERROR : Fault.REFUSED;
  }

  private static String answer(AwsServiceException refused) {
    String code = code(refused);
    return String.format(
        Locale.ROOT, "HTTP %d%s", refused.statusCode(), code.isEmpty() ? "" : " " + code);
  }

  /** The service's code, when it looks like one; never the text beside it. */
  private static String code(AwsServiceException refused) {
    var details = refused.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    return code.matches("[A-Za-z0-9.]{1,80}") ? code : "";
  }

  private static Throwable root(Throwable seen) {
    Throwable root = seen;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
