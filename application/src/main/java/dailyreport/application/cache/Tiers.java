package dailyreport.application.cache;

import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.SharedCache;

/**
 * The tiers in use with the lease and the invalidation log that belong to them; what a backend does
 * without is absent and never asked.
 *
 * @param backend says which of the others are real
 */
public record Tiers(
    Backend backend,
    LocalCache local,
    SharedCache shared,
    GenerationLease lease,
    InvalidationLog log) {

  /** Both tiers. */
  public static Tiers hybrid(
      LocalCache local, SharedCache shared, GenerationLease lease, InvalidationLog log) {
    return new Tiers(Backend.HYBRID, local, shared, lease, log);
  }

  /** The shared tier alone. */
  public static Tiers s3(SharedCache shared, GenerationLease lease, InvalidationLog log) {
    return new Tiers(Backend.S3, NoTier.INSTANCE, shared, lease, log);
  }

  /**
   * The local tier alone.
   *
   * @param log kept in the same file
   */
  public static Tiers sqlite(LocalCache local, InvalidationLog log) {
    return new Tiers(Backend.SQLITE, local, NoTier.INSTANCE, NoTier.INSTANCE, log);
  }

  /** No tier. */
  public static Tiers off() {
    return new Tiers(
        Backend.OFF, NoTier.INSTANCE, NoTier.INSTANCE, NoTier.INSTANCE, NoTier.INSTANCE);
  }
}
