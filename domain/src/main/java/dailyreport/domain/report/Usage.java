package dailyreport.domain.report;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a report cost at the model.
 *
 * @param model its name, empty when none was called
 * @param promptVersion version of our prompt, empty when none was called
 * @param calls calls made, refused and timed-out ones included
 * @param inputTokens all input tokens, cached ones included
 * @param cachedTokens input tokens that were read from the provider's prompt cache
 * @param outputTokens reasoning tokens included
 * @param costUsd US dollars by the dated price table; empty when a price or a token count is
 *     unknown
 */
public record Usage(
    String model,
    String promptVersion,
    int calls,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    Optional<BigDecimal> costUsd) {

  /** No model was called. */
  public static Usage none() {
    return new Usage("", "", 0, 0, 0, 0, Optional.of(BigDecimal.ZERO));
  }

  /** Both together; the cost is known only when both costs are. */
  public Usage plus(Usage other) {
    return new Usage(
        other.model.isEmpty() ? model : other.model,
        other.promptVersion.isEmpty() ? promptVersion : other.promptVersion,
        calls + other.calls,
        inputTokens + other.inputTokens,
        cachedTokens + other.cachedTokens,
        outputTokens + other.outputTokens,
        costUsd.flatMap(mine -> other.costUsd.map(mine::add)));
  }
}
