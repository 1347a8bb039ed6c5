package dailyreport.bootstrap.lambda;

import dailyreport.adapters.sqs.JobEnvelope;
import dailyreport.application.AnswerLate;
import dailyreport.application.RefreshReport;
import dailyreport.application.WorkOnJob;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.PortException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The function behind the queue, the schedules and the operator. */
final class WorkerFunction implements RuntimeLoop.Function {
  /** Work ends 8 s before Lambda's limit, of which the loop keeps 3: faults.md, section 2. */
  private static final Duration SENDING = Duration.ofSeconds(5);

  private static final Duration LONGEST = Duration.ofSeconds(105);
  private static final System.Logger LOG = System.getLogger(WorkerFunction.class.getName());

  private final WorkOnJob workOnJob;
  private final Upkeep upkeep;
  private final EventLog events;
  private final InstantSource clock;

  WorkerFunction(
      AnswerLate answerLate,
      RefreshReport refreshReport,
      Upkeep upkeep,
      EventLog events,
      InstantSource clock) {
    this.workOnJob = new WorkOnJob(answerLate, refreshReport);
    this.upkeep = upkeep;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public byte[] answer(byte[] event, Deadline deadline) {
    Deadline work = new Deadline(deadline.at().minus(SENDING)).atMost(LONGEST, clock.instant());
    return switch (WorkerEvent.of(event)) {
      case WorkerEvent.Batch(var messages) -> Envelope.batchFailures(failed(messages, work));
      case WorkerEvent.Prewarm(var group) -> Envelope.object(upkeep.prewarm(group));
      case WorkerEvent.Digest() -> Envelope.object(upkeep.digest(work));
      case WorkerEvent.Invalidate(var scope, var strength) ->
          Envelope.object(upkeep.invalidate(scope, strength));
    };
  }

  /** Ids of the messages that are to come again: one that fails takes no other with it. */
  private List<String> failed(List<Envelope.Message> messages, Deadline work) {
    var failed = new ArrayList<String>();
    for (Envelope.Message message : messages) {
      try {
        workOnJob.work(JobEnvelope.read(message.id(), message.sentAt(), message.body()), work);
      } catch (PortException e) {
        skipped(message, e.fault().label(), e);
        failed.add(message.id());
      } catch (RuntimeException e) {
        skipped(message, "bug", e);
        failed.add(message.id());
      }
    }
    return failed;
  }

  private void skipped(Envelope.Message message, String reason, RuntimeException e) {
    events.record(new AppEvent.EventSkipped(reason));
    LOG.log(Level.ERROR, "job message " + message.id() + ": " + Trace.of(e));
  }
}
