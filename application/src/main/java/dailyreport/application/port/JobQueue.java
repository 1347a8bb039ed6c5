package dailyreport.application.port;

import java.time.Duration;

/** Hands jobs to a worker, at least once each. */
public interface JobQueue {

  /**
   * Sends a job.
   *
   * @param delay 0 to 900 seconds before a worker may see it
   * @throws PortException.Queue when it was not accepted
   */
  void send(Job job, Duration delay, Deadline deadline);
}
