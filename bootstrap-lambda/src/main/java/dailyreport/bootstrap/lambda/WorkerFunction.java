package dailyreport.bootstrap.lambda;

import dailyreport.application.AnswerLate;
import dailyreport.application.RefreshReport;
import dailyreport.application.WorkOnJob;
import dailyreport.application.port.DeadLetters;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import java.time.Duration;
import java.time.InstantSource;

/** The function behind the queue, the schedules and the operator. */
final class WorkerFunction implements RuntimeLoop.Function {
  /** Work ends 8 s before Lambda's limit, of which the loop keeps 3: faults.md, section 2. */
  private static final Duration SENDING = Duration.ofSeconds(5);

  private static final Duration LONGEST = Duration.ofSeconds(105);

  private final JobMessages messages;
  private final Upkeep upkeep;
  private final InstantSource clock;

  WorkerFunction(
      AnswerLate answerLate,
      RefreshReport refreshReport,
      Upkeep upkeep,
      DeadLetters deadLetters,
      EventLog events,
      InstantSource clock) {
    this.messages =
        new JobMessages(new WorkOnJob(answerLate, refreshReport), deadLetters, events, clock);
    this.upkeep = upkeep;
    this.clock = clock;
  }

  @Override
  public byte[] answer(byte[] event, Deadline deadline) {
    Deadline work = new Deadline(deadline.at().minus(SENDING)).atMost(LONGEST, clock.instant());
    return switch (WorkerEvent.of(event)) {
      case WorkerEvent.Batch(var batch) ->
          Envelope.batchFailures(messages.workOff(batch, work, deadline));
      case WorkerEvent.Prewarm(var group) -> Envelope.object(upkeep.prewarm(group, work));
      case WorkerEvent.Digest() -> Envelope.object(upkeep.digest(work));
      case WorkerEvent.Invalidate(var scope, var strength) ->
          Envelope.object(upkeep.invalidate(scope, strength));
    };
  }
}
