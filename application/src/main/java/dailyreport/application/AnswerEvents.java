package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Incoming;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Answers all events of one webhook request, each by itself. */
public final class AnswerEvents {
  private final AnswerNow answerNow;
  private final EventLog events;
  private final Consumer<RuntimeException> bugs;

  /**
   * Answers by this use case.
   *
   * @param bugs told of an event that ended in one; must neither throw nor log its message
   */
  public AnswerEvents(AnswerNow answerNow, EventLog events, Consumer<RuntimeException> bugs) {
    this.answerNow = answerNow;
    this.events = events;
    this.bugs = bugs;
  }

  /**
   * Returns when all of them are answered or queued. They are so at the same time, because they
   * share the time that the platform waits.
   *
   * @param soon deadline of the whole request
   */
  public void answer(List<Incoming> incoming, Deadline soon) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      incoming.forEach(one -> threads.execute(() -> answer(one, soon)));
    }
  }

  /** An event's bug is not its neighbours', and the platform has its 200 for all of them. */
  private void answer(Incoming one, Deadline soon) {
    try {
      answerNow.answer(one, soon);
    } catch (RuntimeException e) {
      events.record(new AppEvent.EventSkipped("bug"));
      bugs.accept(e);
    }
  }
}
