package dailyreport.application.port;

/** Which job answers a webhook event, so that an event is answered once. */
public interface EventClaims {

  /** Answer to a claim. */
  enum Claimed {
    /** Nobody had claimed it. */
    FIRST,
    /** This job had: it is a retry. */
    SAME_JOB,
    /** Another job has: stop. */
    OTHER_JOB
  }

  /**
   * Claims an event for a job.
   *
   * @param webhookEventId 1 to 64 characters of {@code [A-Za-z0-9_-]}
   * @throws PortException.Cache when the claim could not be decided
   */
  Claimed claim(String webhookEventId, String jobId, Deadline deadline);
}
