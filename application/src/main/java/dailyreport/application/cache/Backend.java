package dailyreport.application.cache;

import java.util.Locale;

/** Which tiers are used: the variable {@code CACHE_BACKEND}. */
public enum Backend {
  /** Both. */
  HYBRID(true, true),
  /** The shared tier only. */
  S3(false, true),
  /** The local tier only; without leases, so single flight is this process's. */
  SQLITE(true, false),
  /** None: every question is a generation, still one at a time for a key. */
  OFF(false, false);

  private final boolean local;
  private final boolean shared;

  Backend(boolean local, boolean shared) {
    this.local = local;
    this.shared = shared;
  }

  /**
   * The backend of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Backend of(String name) {
    for (Backend backend : values()) {
      if (backend.name().toLowerCase(Locale.ROOT).equals(name)) {
        return backend;
      }
    }
    throw new IllegalArgumentException(
        "CACHE_BACKEND must be hybrid, s3, sqlite or off: '" + name + "'");
  }

  /** Whether the local tier is used. */
  public boolean local() {
    return local;
  }

  /** Whether the shared tier and its leases are used. */
  public boolean shared() {
    return shared;
  }
}
