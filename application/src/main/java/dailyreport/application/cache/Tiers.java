package dailyreport.application.cache;

import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.SharedCache;
import java.time.Duration;

/**
 * The tiers in use with the lease and the invalidation log that belong to them; what a backend does
 * without is absent and never asked.
 *
 * @param backend says which of the others are real
 * @param softTimeout how long the shared tier may take while the local one has a usable value
 */
public record Tiers(
    Backend backend,
    LocalCache local,
    SharedCache shared,
    GenerationLease lease,
    InvalidationLog log,
    Duration softTimeout) {
  /** What a person who waits for an answer may lose to the shared tier: cache.md, section 7. */
  public static final Duration SOFT_TIMEOUT = Duration.ofMillis(300);

  /** Both tiers. */
  public static Tiers hybrid(
      LocalCache local, SharedCache shared, GenerationLease lease, InvalidationLog log) {
    return new Tiers(Backend.HYBRID, local, shared, lease, log, SOFT_TIMEOUT);
  }

  /** The shared tier alone. */
  public static Tiers s3(SharedCache shared, GenerationLease lease, InvalidationLog log) {
    return new Tiers(Backend.S3, NoTier.INSTANCE, shared, lease, log, SOFT_TIMEOUT);
  }

  /**
   * The local tier alone.
   *
   * @param log kept in the same file
   */
  public static Tiers sqlite(LocalCache local, InvalidationLog log) {
    return new Tiers(Backend.SQLITE, local, NoTier.INSTANCE, NoTier.INSTANCE, log, SOFT_TIMEOUT);
  }

  /** No tier. */
  public static Tiers off() {
    return new Tiers(
        Backend.OFF,
        NoTier.INSTANCE,
        NoTier.INSTANCE,
        NoTier.INSTANCE,
        NoTier.INSTANCE,
        SOFT_TIMEOUT);
  }

  /** The same tiers with more patience: a process that starts for one question loads classes. */
  public Tiers patient(Duration softTimeout) {
    return new Tiers(backend, local, shared, lease, log, softTimeout);
  }
}
