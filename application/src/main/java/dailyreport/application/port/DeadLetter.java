package dailyreport.application.port;

import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept of a job that was given up: enough to find its lines in the log and to see what it
 * was for. It has no place for an event, a token, a chat, a person or a text.
 *
 * @param jobId the queue's id, 1 to 100 characters of {@code [A-Za-z0-9._-]}
 * @param kind of the job
 * @param key what it was about; empty when it could not be read
 * @param reason label of a {@link Fault}, {@link #BUG} or {@link #UNFINISHED}: 1 to 40 characters
 *     of {@code [a-z_]}
 * @param at UTC instant of giving up
 */
public record DeadLetter(
    String jobId, Kind kind, Optional<ReportKey> key, String reason, Instant at) {

  /** Reason of a job whose work ended in a bug. */
  public static final String BUG = "bug";

  /** Reason of a job that was begun twice, and neither time was it told how that ended. */
  public static final String UNFINISHED = "unfinished";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern REASON = Pattern.compile("[a-z_]{1,40}");

  /** Kinds of jobs, as far as they can be told. */
  public enum Kind {
    ANSWER,
    REFRESH,
    REBUILD,
    /** It was no job, or one of another version. */
    UNKNOWN
  }

  /**
   * A letter with these.
   *
   * @throws IllegalArgumentException when one is out of its range; the message quotes nothing
   */
  public DeadLetter {
    if (!ID.matcher(jobId).matches()) {
      throw new IllegalArgumentException("job id must match " + ID);
    }
    if (!REASON.matcher(reason).matches()) {
      throw new IllegalArgumentException("reason must match " + REASON);
    }
    if (key.isPresent() == (kind == Kind.UNKNOWN)) {
      throw new IllegalArgumentException("a job of a known kind has a key, any other has none");
    }
  }

  /** Of a job that was read. */
  public static DeadLetter of(Received received, String reason, Instant at) {
    Kind kind =
        switch (received.job()) {
          case Job.Answer _ -> Kind.ANSWER;
          case Job.Refresh _ -> Kind.REFRESH;
          case Job.Rebuild _ -> Kind.REBUILD;
        };
    return new DeadLetter(received.jobId(), kind, Optional.of(received.job().key()), reason, at);
  }

  /** Of something that is no job. */
  public static DeadLetter unreadable(String jobId, String reason, Instant at) {
    return new DeadLetter(jobId, Kind.UNKNOWN, Optional.empty(), reason, at);
  }
}
