package dailyreport.domain.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The life of a cache entry, minted once when its generation starts and copied verbatim ever after.
 *
 * @param startedAt UTC instant at which the generation started
 * @param freshUntil first instant at which the entry is no longer fresh
 * @param usableUntil first instant at which it may no longer be served, not even as stale
 * @param generation random id of the generation, {@code [0-9a-f-]{1,36}}
 */
public record Validity(
    Instant startedAt, Instant freshUntil, Instant usableUntil, String generation) {
  private static final Pattern GENERATION = Pattern.compile("[0-9a-f-]{1,36}");

  /** How long a report may be served as stale after it was fresh. */
  public static final Duration GRACE = Duration.ofHours(6);

  /** Longest time an entry may be fresh; a record that claims more is not believed. */
  public static final Duration LONGEST_FRESH = Duration.ofDays(4);

  /** How far another machine's clock may run ahead of ours. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  public Validity {
    if (freshUntil.isBefore(startedAt) || usableUntil.isBefore(freshUntil)) {
      throw new IllegalArgumentException(
          "validity must satisfy startedAt <= freshUntil <= usableUntil");
    }
    if (!GENERATION.matcher(generation).matches()) {
      throw new IllegalArgumentException("generation must match [0-9a-f-]{1,36}");
    }
  }

  /** Whether it claims a longer life than any policy grants. */
  public boolean exceedsPolicy() {
    return freshUntil.isAfter(startedAt.plus(LONGEST_FRESH))
        || usableUntil.isAfter(freshUntil.plus(GRACE));
  }

  /** Time since the generation started; never negative. */
  public Duration age(Instant now) {
    return now.isBefore(startedAt) ? Duration.ZERO : Duration.between(startedAt, now);
  }
}
