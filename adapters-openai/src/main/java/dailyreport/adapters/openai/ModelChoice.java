package dailyreport.adapters.openai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Which model is asked: the first of the list, or the one after it for a while when the provider
 * said that it does not know it (F41).
 */
final class ModelChoice {
  /** Until the first model is tried again: somebody may have set it right. */
  static final Duration PAUSE = Duration.ofMinutes(15);

  private final List<String> models;
  private final InstantSource clock;
  private int place;
  private Instant until = Instant.MIN;

  ModelChoice(List<String> models, InstantSource clock) {
    if (models.isEmpty() || models.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("OPENAI_MODEL must not be blank");
    }
    this.models = List.copyOf(models);
    this.clock = clock;
  }

  /** The model to ask now. */
  synchronized String now() {
    if (!clock.instant().isBefore(until)) {
      place = 0;
    }
    return models.get(place);
  }

  /** Takes note that the provider does not know a model; whether there is another one to ask. */
  synchronized boolean unknown(String model) {
    if (!now().equals(model)) {
      return true; // another call has found out before
    }
    if (place == models.size() - 1) {
      return false;
    }
    place++;
    until = clock.instant().plus(PAUSE);
    return true;
  }
}
