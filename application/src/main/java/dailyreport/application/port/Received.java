package dailyreport.application.port;

import java.time.Instant;

/**
 * A job as it came out of the queue.
 *
 * @param jobId the queue's id; the same when the job comes again
 * @param dueAt UTC instant from which its age counts
 * @param job what to do
 */
public record Received(String jobId, Instant dueAt, Job job) {}
