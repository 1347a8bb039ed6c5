package dailyreport.adapters.sqs;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.PortException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Job queue on an SQS standard queue. A job travels as a {@link JobEnvelope} in the message body
 * and nowhere else: no message attribute holds anything.
 *
 * <p>An attempt whose answer was lost may have been accepted, so a job can be there twice; the
 * worker claims an event before it does costly work.
 */
public final class SqsJobQueue implements JobQueue {
  // SQS's own limit for DelaySeconds.
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final SqsSender queue;

  SqsJobQueue(SqsSender queue) {
    this.queue = queue;
  }

  /**
   * Opens a queue with what the SDK's own variables say: {@code AWS_REGION}, {@code
   * AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_SESSION_TOKEN} and, for another
   * endpoint, {@code AWS_ENDPOINT_URL_SQS}. Sends nothing yet. Building the client takes some
   * hundred milliseconds of a cold start.
   *
   * @param queueUrl as SQS names the queue
   * @param clock tells how much time a deadline leaves
   * @throws PortException.Queue with {@link Fault#CONFIG} when region or credentials are not there
   */
  public static JobQueue open(URI queueUrl, InstantSource clock) {
    return new SqsJobQueue(SqsSender.open(SqsSender.clientBuilder(), queueUrl, clock));
  }

  /** As {@link #open(URI, InstantSource)}, with requests going to another endpoint. */
  public static JobQueue open(URI queueUrl, URI endpoint, InstantSource clock) {
    return new SqsJobQueue(
        SqsSender.open(SqsSender.clientBuilder().endpointOverride(endpoint), queueUrl, clock));
  }

  @Override
  public void send(Job job, Duration delay, Deadline deadline) {
    if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("delay must lie within 0 and 900 s: " + delay);
    }
    // Whole seconds is all that SQS takes; rather late than early.
    int delaySeconds = Math.toIntExact(delay.plusMillis(999).toSeconds());
    queue.send(JobEnvelope.write(job, delaySeconds), delaySeconds, deadline);
  }
}
