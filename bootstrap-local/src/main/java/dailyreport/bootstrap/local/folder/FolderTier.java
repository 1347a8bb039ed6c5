package dailyreport.bootstrap.local.folder;

import dailyreport.application.port.EventClaims;
import dailyreport.application.port.GenerationLease;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PartLinks;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SpendLedger;
import java.nio.file.Path;
import java.time.InstantSource;

/** The shared tier in one folder, which may be shared by the processes of one machine. */
public final class FolderTier {
  private final FolderStore store;
  private final ReportCodec codec;
  private final InstantSource clock;

  private FolderTier(FolderStore store, ReportCodec codec, InstantSource clock) {
    this.store = store;
    this.codec = codec;
    this.clock = clock;
  }

  /**
   * Opens the tier; nothing is read or written yet.
   *
   * @param root made with the first file
   */
  public static FolderTier open(Path root, ReportCodec codec, InstantSource clock) {
    return new FolderTier(new FolderStore(root, clock), codec, clock);
  }

  /** Reports and their parts. */
  public SharedCache sharedCache() {
    return new FolderSharedCache(store, codec, clock);
  }

  /** Who is making which report. */
  public GenerationLease generationLease() {
    return new FolderGenerationLease(store, clock);
  }

  /** What was taken back. */
  public InvalidationLog invalidationLog() {
    return new FolderInvalidationLog(store, clock);
  }

  /** Which events are being answered. */
  public EventClaims eventClaims() {
    return new FolderEventClaims(store);
  }

  /** Addresses of files; they do not end by themselves. */
  public PartLinks partLinks() {
    return new FolderPartLinks(store);
  }

  /** What the model has cost. */
  public SpendLedger spendLedger() {
    return new FolderSpendLedger(store);
  }
}
