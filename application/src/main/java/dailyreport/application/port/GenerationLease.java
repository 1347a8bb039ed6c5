package dailyreport.application.port;

import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;

/** At most one generation of a key at a time, across instances. */
public interface GenerationLease {

  /** Model calls allowed for one report, over all holders of its lease. */
  int MOST_CALLS = 2;

  /** Answer to a request for the lease. */
  sealed interface Claim {
    /** It is ours. */
    record Held(Lease lease) implements Claim {}

    /** Somebody else has it, or it cools down, until then. */
    record Busy(Instant until) implements Claim {}

    /** Leases cannot be had at present; go on without. */
    record Unavailable() implements Claim {}
  }

  /** Answer to the wish to call the model. */
  sealed interface Count {
    /** Counted; go ahead with this lease. */
    record Allowed(Lease lease) implements Count {}

    /** All calls are spent, or the lease is no longer ours. */
    record Spent() implements Count {}
  }

  /**
   * Asks for the lease; one that has ended is taken over. Never throws for a broken store: that is
   * {@link Claim.Unavailable}.
   */
  Claim tryAcquire(ReportKey key, Duration length, Deadline deadline);

  /**
   * Counts one model call before it is made.
   *
   * @throws PortException.Cache when the count could not be stored
   */
  Count countCall(Lease lease, Deadline deadline);

  /** Gives the lease up, if it is still ours; best effort, never throws. */
  void release(Lease lease, Deadline deadline);

  /**
   * Keeps everybody out for {@code length} after a transient failure; best effort, never throws.
   */
  void coolDown(Lease lease, Duration length, Deadline deadline);
}
