package dailyreport.bootstrap.local.simulator;

import java.util.List;
import java.util.Map;

/** A request that LINE would refuse, with LINE's status and words. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Map<String, String>> details;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
    this.details = List.of();
  }

  /** What is wrong with the fields of a body. */
  RefusedException(int status, List<Map<String, String>> details) {
    super("The request body has " + details.size() + " error(s)");
    this.status = status;
    this.details = details;
  }

  int status() {
    return status;
  }

  Map<String, Object> body() {
    String message = String.valueOf(getMessage());
    return details.isEmpty()
        ? Map.of("message", message)
        : Map.of("message", message, "details", details);
  }

  /** In one line. */
  String detail() {
    return getMessage()
        + (details.isEmpty()
            ? ""
            : ": " + details.getFirst().get("property") + " " + details.getFirst().get("message"));
  }
}
