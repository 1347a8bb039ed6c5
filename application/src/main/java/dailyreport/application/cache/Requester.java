package dailyreport.application.cache;

import java.util.Optional;

/**
 * For whom a report is made, as far as budgets need to know.
 *
 * @param keyedHash keyed hash of a user id, never the id itself; empty for the command line, a
 *     refresh or the pre-warm list, which no budget bounds
 */
public record Requester(Optional<String> keyedHash) {
  private static final Requester NOBODY = new Requester(Optional.empty());

  /** No person: the command line, a refresh job, the pre-warm list. */
  public static Requester nobody() {
    return NOBODY;
  }

  /** The person behind a keyed hash. */
  public static Requester of(String keyedHash) {
    return new Requester(Optional.of(keyedHash));
  }

  @Override
  public String toString() {
    return keyedHash.isPresent() ? "Requester(***)" : "Requester(nobody)";
  }
}
