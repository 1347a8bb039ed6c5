package dailyreport.application.cache.search;

/** Who plays beside a writer and the reader, and what may happen to them. */
enum Cast {
  /** Two writers, a reader, an invalidation: the cast of cache.md, section 6. */
  SHARED_TIER(true, true, false, false, false, false),

  /** One writer fewer, but the reader has a local tier and knows things for a window. */
  BOTH_TIERS(false, true, true, true, false, false),

  /** A local copy whose commit did not come about is put into the shared tier. */
  REPAIR(true, false, true, false, true, false),

  /** A chart is drawn again under the same generation. */
  REBUILD(true, false, false, false, false, true),

  /** The same with an invalidation: two million states. */
  REPAIR_AND_INVALIDATION(true, true, true, false, true, false),

  /** Two writers and a reader on a day on which nothing goes wrong. */
  CALM(true, false, false, false, false, false);

  private final boolean secondWriter;
  private final boolean invalidation;
  private final boolean localTier;
  private final boolean windows;
  private final boolean repair;
  private final boolean rebuild;

  Cast(
      boolean secondWriter,
      boolean invalidation,
      boolean localTier,
      boolean windows,
      boolean repair,
      boolean rebuild) {
    this.secondWriter = secondWriter;
    this.invalidation = invalidation;
    this.localTier = localTier;
    this.windows = windows;
    this.repair = repair;
    this.rebuild = rebuild;
  }

  /** Whether no lease lapses. */
  boolean calm() {
    return this == CALM;
  }

  /** Whether there is a second writer, on another instance than the reader's. */
  boolean secondWriter() {
    return secondWriter;
  }

  boolean invalidation() {
    return invalidation;
  }

  /** Whether the reader's instance, which is the first writer's, has a local tier. */
  boolean localTier() {
    return localTier;
  }

  /** Whether what the instance knows may be a window old; else it asks every time. */
  boolean windows() {
    return windows;
  }

  /** Whether the reader may repair the shared tier from the local one. */
  boolean repair() {
    return repair;
  }

  boolean rebuild() {
    return rebuild;
  }
}
