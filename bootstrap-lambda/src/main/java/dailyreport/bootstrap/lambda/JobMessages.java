package dailyreport.bootstrap.lambda;

import dailyreport.adapters.sqs.JobEnvelope;
import dailyreport.application.WorkOnJob;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.DeadLetter;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Received;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Works off messages of the job queue and gives up those that no further run would help: what is no
 * job at once, a job whose second run fails, and a job that comes a third time, for then two runs
 * did not live to tell their end.
 *
 * <p>Given up is a letter without anything of a person, then the acknowledgement. Where the letter
 * is refused the message comes again; the queue's own redrive, which would keep the whole body, is
 * set two receipts later.
 */
final class JobMessages {
  /** The receipt at which a job is worked on for the last time. */
  static final int LAST_RUN = 2;

  /** Two attempts at the queue of dead letters, out of what the work leaves. */
  private static final Duration BURIAL = Duration.ofSeconds(2);

  private static final System.Logger LOG = System.getLogger(JobMessages.class.getName());

  private final WorkOnJob workOnJob;
  private final DeadLetters deadLetters;
  private final EventLog events;
  private final InstantSource clock;

  JobMessages(WorkOnJob workOnJob, DeadLetters deadLetters, EventLog events, InstantSource clock) {
    this.workOnJob = workOnJob;
    this.deadLetters = deadLetters;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Works off all of them: one that fails takes no other with it.
   *
   * @param work by which the work must have ended
   * @param end by which everything must have ended, burials too
   * @return ids of those that are to come again
   */
  List<String> workOff(List<Envelope.Message> messages, Deadline work, Deadline end) {
    var again = new ArrayList<String>();
    for (Envelope.Message message : messages) {
      try {
        workOrBury(message, work, end);
      } catch (RuntimeException e) {
        skipped(message, reason(e), Trace.of(e));
        again.add(message.id());
      }
    }
    return again;
  }

  /** Returns when the queue may forget the message. */
  private void workOrBury(Envelope.Message message, Deadline work, Deadline end) {
    Received received;
    try {
      received = JobEnvelope.read(message.id(), message.sentAt(), message.body());
    } catch (RuntimeException e) {
      skipped(message, reason(e), Trace.of(e));
      bury(DeadLetter.unreadable(message.id(), reason(e), clock.instant()), end);
      return;
    }
    // Before anybody asks for its age, for by now it is old: it would be acknowledged unseen.
    if (message.receipts() > LAST_RUN) {
      skipped(message, DeadLetter.UNFINISHED, "its runs did not end");
      bury(DeadLetter.of(received, DeadLetter.UNFINISHED, clock.instant()), end);
      return;
    }
    try {
      workOnJob.work(received, work);
    } catch (RuntimeException e) {
      if (message.receipts() < LAST_RUN) {
        throw e;
      }
      skipped(message, reason(e), Trace.of(e));
      bury(DeadLetter.of(received, reason(e), clock.instant()), end);
    }
  }

  private void bury(DeadLetter letter, Deadline end) {
    deadLetters.bury(letter, end.atMost(BURIAL, clock.instant()));
    LOG.log(Level.ERROR, "job message " + letter.jobId() + ": given up, see the dead-letter queue");
  }

  private void skipped(Envelope.Message message, String reason, String seen) {
    events.record(new AppEvent.EventSkipped(reason));
    LOG.log(
        Level.ERROR,
        "job message " + message.id() + ", receipt " + message.receipts() + ": " + seen);
  }

  private static String reason(RuntimeException e) {
    return e instanceof PortException broken ? broken.fault().label() : DeadLetter.BUG;
  }
}
