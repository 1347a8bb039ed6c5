package dailyreport.adapters.openai;

import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.StructuredResponse;
import com.openai.models.responses.StructuredResponseOutputMessage;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the draft out of a response. The status comes first: the text of an incomplete response may
 * happen to be whole JSON and would be read without complaint.
 */
final class Reading {
  private Reading() {}

  static NarrativeDraft draft(String attempt, StructuredResponse<NarrativeDraft> response) {
    checkStatus(attempt, response.rawResponse());
    List<StructuredResponseOutputMessage.Content<NarrativeDraft>> contents =
        response.output().stream()
            .flatMap(item -> item.message().stream())
            .flatMap(message -> message.content().stream())
            .toList();
    if (contents.stream().anyMatch(StructuredResponseOutputMessage.Content::isRefusal)) {
      throw Failure.of(attempt, Fault.REFUSED, "the model refused");
    }
    return contents.stream()
        .flatMap(content -> content.outputText().stream())
        .findFirst()
        .filter(NarrativeDraft::complete)
        .orElseThrow(() -> Failure.of(attempt, Fault.MALFORMED, "no complete draft in the answer"));
  }

  private static void checkStatus(String attempt, Response response) {
    Optional<ResponseStatus> status = response.status();
    if (status.isEmpty()) {
      throw Failure.of(attempt, Fault.MALFORMED, "an answer without status");
    }
    if (!status.get().equals(ResponseStatus.COMPLETED)) {
      throw unfinished(attempt, response, status.get());
    }
  }

  private static PortException.Narration unfinished(
      String attempt, Response response, ResponseStatus status) {
    if (status.equals(ResponseStatus.INCOMPLETE)) {
      boolean filtered =
          response
              .incompleteDetails()
              .flatMap(Response.IncompleteDetails::reason)
              .filter(Response.IncompleteDetails.Reason.CONTENT_FILTER::equals)
              .isPresent();
      return filtered
          ? Failure.of(attempt, Fault.REFUSED, "cut by the content filter")
          : Failure.of(attempt, Fault.TRUNCATED, "the answer is incomplete");
    }
    boolean throttled =
        response
            .error()
            .map(error -> error.code().toString().toLowerCase(Locale.ROOT))
            .filter(code -> code.contains("rate_limit"))
            .isPresent();
    return throttled
        ? Failure.of(attempt, Fault.THROTTLED, "the answer's status is not completed: rate limit")
        : Failure.of(attempt, Fault.ERROR, "the answer's status is not completed");
  }
}
