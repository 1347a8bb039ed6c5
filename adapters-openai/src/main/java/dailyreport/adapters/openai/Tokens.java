package dailyreport.adapters.openai;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.responses.Response;
import java.util.Optional;

/**
 * What an answer says it used. Money follows from it, so counts that cannot be are no counts.
 *
 * @param input cached ones included
 * @param cached of the input
 * @param output reasoning included
 */
record Tokens(long input, long cached, long output) {
  /** More than any model takes or writes. */
  private static final long MOST = 10_000_000;

  static Optional<Tokens> of(Response response) {
    try {
      return response
          .usage()
          .map(seen ->
              new Tokens(
                  seen.inputTokens(),
                  seen.inputTokensDetails().cachedTokens(),
                  seen.outputTokens()))
          .filter(Tokens::possible);
    } catch (OpenAIInvalidDataException e) {
      return Optional.empty();
    }
  }

  private boolean possible() {
    return input >= 0
        && cached >= 0
        && cached <= input
        && output >= 0
        && input <= MOST
        && output <= MOST;
  }
}
